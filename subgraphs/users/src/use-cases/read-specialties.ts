// The specialties that a coach chose, checked against those on offer.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Unit } from '../data/unit-of-work.js';
import { MOST_SPECIALTIES_OF_COACH } from '../domain/coach-profile.js';
import { refuse } from '../domain/refusals.js';

/**
 * Each once, in the order given. `kept` are those the coach has already: they may be archived meanwhile. Refuses more than
 * 10 (BAD_INPUT), and NOT_FOUND for one that is unknown or archived.
 */
export async function readSpecialties(
  unit: Unit,
  ids: readonly string[],
  kept: readonly string[] = [],
): Promise<string[] | Refusal> {
  const chosen = [...new Set(ids)];
  if (chosen.length > MOST_SPECIALTIES_OF_COACH)
    return refuse('BAD_INPUT', { reason: `at most ${MOST_SPECIALTIES_OF_COACH} specialties` }).at('specialtyIds');
  const unsure = chosen.filter((id) => !kept.includes(id));
  const offered = await unit.specialties.holdOffered(unsure.filter((id) => isIdOf('Specialty', id)));
  return offered.length === unsure.length ? chosen : refuse('NOT_FOUND').at('specialtyIds');
}
