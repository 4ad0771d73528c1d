// The demo world lives in the past: whatever runs inside `atMoment` sees that time and draws its ids from that chance, so
// that rooms filled in parallel neither mix their times nor disturb each other's ids.
import { AsyncLocalStorage } from 'node:async_hooks';
import { idFrom, type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, systemClock } from '@mosaic/kernel/values/time';
import { v7 } from 'uuid';
import type { Chance } from './chance.js';

interface Moment {
  readonly at: Date;
  readonly chance: Chance;
}

const moments = new AsyncLocalStorage<Moment>();

export const demoClock: Clock = { now: () => moments.getStore()?.at ?? systemClock.now() };

export const demoMintId: MintId = (type) => {
  const moment = moments.getStore();
  if (!moment) return mintId(type);
  const { at, chance } = moment;
  return idFrom(type, v7({ msecs: at.getTime(), random: chance.bytes(16) }, Buffer.alloc(16)));
};

export const atMoment = <T>(at: Date, chance: Chance, act: () => Promise<T>): Promise<T> =>
  moments.run({ at, chance }, act);

/** A version 4 UUID (RFC 9562, section 5.4) of this chance, for keys that a client would choose. */
export function demoUuid(chance: Chance): string {
  const bytes = Buffer.from(chance.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
