// What the users subgraph tells the others.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

/** Somebody has an account now. Key: the user's id. */
export const userSignedUp = defineEvent(
  'UserSignedUp',
  1,
  z.object({ userId: z.string(), displayName: z.string(), locale: z.enum(['en', 'fr']) }),
);

/** What others see of a person changed. Key: the user's id. */
export const profileChanged = defineEvent(
  'ProfileChanged',
  1,
  z.object({ userId: z.string(), displayName: z.string(), locale: z.enum(['en', 'fr']) }),
);

/**
 * Sessions ended before their access tokens did (sign-out, revocation, reuse of a refresh token). Key: the user's id.
 * Routers read these from the start of the last access-token lifetime and refuse the sessions named.
 */
export const sessionsRevoked = defineEvent(
  'SessionsRevoked',
  1,
  z.object({ userId: z.string(), sessionIds: z.array(z.string()) }),
);

/** Somebody who was a guest signed in: what the guest held is theirs. Key: the guest's id. */
export const guestAdopted = defineEvent('GuestAdopted', 1, z.object({ guestId: z.string(), userId: z.string() }));

/** An admin approved or withdrew a coach. Key: the coach's id. */
export const coachStandingChanged = defineEvent(
  'CoachStandingChanged',
  1,
  z.object({
    coachId: z.string(),
    userId: z.string(),
    standing: z.enum(['APPLIED', 'APPROVED', 'DECLINED', 'WITHDRAWN']),
    timeZone: z.string(),
  }),
);
