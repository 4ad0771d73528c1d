// Where a coach can stand, and what an admin may decide from there.
import type { CoachDecision, CoachStanding } from '@/graph/generated/graphql';

export const STANDINGS: readonly CoachStanding[] = ['APPLIED', 'APPROVED', 'DECLINED', 'WITHDRAWN'];

/** The server decides; this is what it will not refuse. */
export const decisionsFrom: Readonly<Record<CoachStanding, readonly CoachDecision[]>> = {
  APPLIED: ['APPROVED', 'DECLINED'],
  APPROVED: ['WITHDRAWN'],
  DECLINED: ['APPROVED'],
  WITHDRAWN: ['APPROVED'],
};

/** What the address says; those who wait for a decision when it says nothing that is known. */
export const standingIn = (address: URLSearchParams): CoachStanding =>
  STANDINGS.find((standing) => standing === address.get('standing')) ?? 'APPLIED';
