// In an input that changes things, absent means "leave it"; null means "empty it", which not everything can be.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from './refusals.js';

/** Refuses BAD_INPUT, pointing at the first of these that is null. */
export function refuseNull<I extends object>(input: I, ...names: (keyof I & string)[]): Refusal | null {
  const wrong = names.find((name) => input[name] === null);
  return wrong === undefined ? null : refuse('BAD_INPUT', { reason: 'it cannot be null' }).at(wrong);
}
