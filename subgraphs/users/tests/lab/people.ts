// People of particular kinds, for tests: an admin, a viewer, an approved coach.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Coach } from '../../src/domain/coach.js';
import type { Role, User } from '../../src/domain/user.js';
import { type ApplyAsCoach, applyAsCoach } from '../../src/use-cases/apply-as-coach.js';
import { grantRole } from '../../src/use-cases/grant-role.js';
import { reviewCoach } from '../../src/use-cases/review-coach.js';
import type { SignUp } from '../../src/use-cases/sign-up.js';
import { granted, type Lab } from './open-lab.js';

export const as = (id: string, role: Role): Viewer => ({ id, sessionId: 'asks', role });

export async function newAdmin(lab: Lab): Promise<Viewer> {
  const { user } = await lab.newcomer();
  granted(await grantRole(lab.rooms, { email: user.email, role: 'ADMIN' }));
  return as(user.id, 'ADMIN');
}

export const offer: ApplyAsCoach = {
  headline: 'Patient with beginners',
  hourlyRate: { amountMinor: 4_500, currency: 'EUR' },
  timeZone: 'Europe/Paris',
  specialtyIds: [],
};

export async function newApplicant(
  lab: Lab,
  input: Partial<ApplyAsCoach> = {},
  account: Partial<SignUp> = {},
): Promise<{ user: User; coach: Coach }> {
  const { user } = await lab.newcomer(account);
  return { user, coach: granted(await applyAsCoach(lab.rooms, as(user.id, 'USER'), { ...offer, ...input })) };
}

export async function newCoach(
  lab: Lab,
  admin: Viewer,
  input: Partial<ApplyAsCoach> = {},
  account: Partial<SignUp> = {},
): Promise<{ user: User; coach: Coach }> {
  const { user, coach } = await newApplicant(lab, input, account);
  const decision = { coachId: coach.id, decision: 'APPROVED', reason: 'References checked' } as const;
  return { user, coach: granted(await reviewCoach(lab.rooms, admin, decision)) };
}
