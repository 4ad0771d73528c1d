// Somebody asks to be a coach, or asks again after a no.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { retype } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import { Coach } from '../domain/coach.js';
import { changeOffer, listed, refuseApplication } from '../domain/coach-profile.js';
import { refuse } from '../domain/refusals.js';
import { announceStanding } from './announce-standing.js';
import { readSpecialties } from './read-specialties.js';
import type { Rooms } from './rooms.js';

export interface ApplyAsCoach {
  headline: string;
  bio?: string | undefined;
  hourlyRate: Money;
  timeZone: string;
  specialtyIds: readonly string[];
}

const blank = { headline: '', bio: '', rateMinor: 0, rateCurrency: 'EUR', timeZone: 'UTC' };

/** The application. Of two at once the second is refused COACH_EXISTS. Refuses BAD_INPUT and NOT_FOUND (a specialty). */
export async function applyAsCoach(
  { transact }: Rooms,
  viewer: Viewer,
  { specialtyIds, ...input }: ApplyAsCoach,
): Promise<Coach | Refusal> {
  const offer = changeOffer(blank, input);
  if (isRefusal(offer)) return offer;
  return transact(async (unit) => {
    const user = await unit.users.take(viewer.id);
    if (!user) return refuse('NOT_FOUND');
    const id = retype('Coach', user.id);
    const before = await unit.coaches.find(id);
    const refusal = refuseApplication(before);
    if (refusal) return refusal;
    const chosen = await readSpecialties(unit, specialtyIds);
    if (isRefusal(chosen)) return chosen;
    const asked = { ...offer, ...listed(user, offer.headline), specialtyIds: chosen, standing: 'APPLIED' } as const;
    const coach = before ? await unit.coaches.change(before, { ...asked, decisionReason: '' }) : new Coach();
    if (!before) {
      const rest = { id, userId: user.id, decisionReason: '', version: 1, createdAt: unit.now };
      await unit.coaches.add(Object.assign(coach, asked, rest));
    }
    announceStanding(unit, coach, user);
    return coach;
  });
}
