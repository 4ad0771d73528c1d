// What a line is about: a variant of ours, even one that left the shop, or a stub that its owner fills in.
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Loaders } from '../data/loaders.js';
import { foreignItems } from './types/cart-types.js';

export async function findItem(itemId: string, { anyVariant }: Pick<Loaders, 'anyVariant'>): Promise<object | null> {
  if (isIdOf('Appointment', itemId)) return new foreignItems.Appointment(itemId);
  if (isIdOf('Course', itemId)) return new foreignItems.Course(itemId);
  return anyVariant.load(itemId);
}
