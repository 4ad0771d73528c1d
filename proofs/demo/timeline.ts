// The demo world lives in the past: whatever runs inside `atMoment` sees that time and draws its ids from a chance of its own,
// so that acts in parallel neither mix their times nor disturb each other's ids, and an act that was done by an earlier filling
// changes nothing for those after it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { idFrom, type MintId, mintId } from '@mosaic/kernel/values/ids';
import { type Clock, days, hours, later, systemClock } from '@mosaic/kernel/values/time';
import { v5, v7 } from 'uuid';
import { type Chance, seededChance } from './chance.js';

interface Moment {
  readonly at: Date;
  readonly chance: Chance;
}

const moments = new AsyncLocalStorage<Moment>();

export const demoClock: Clock = { now: () => moments.getStore()?.at ?? systemClock.now() };

/**
 * Ids of the moment and its chance. A filling that goes on draws them from real chance: what the earlier one did last, and
 * had no time to note, has those of the seed.
 */
export const demoMintId =
  (isFirstFilling: boolean): MintId =>
  (type) => {
    const moment = moments.getStore();
    if (!moment) return mintId(type);
    const { at, chance } = moment;
    const random = isFirstFilling ? { random: chance.bytes(16) } : {};
    return idFrom(type, v7({ msecs: at.getTime(), ...random }, Buffer.alloc(16)));
  };

export const atMoment = <T>(at: Date, chance: Chance, act: () => Promise<T>): Promise<T> =>
  moments.run({ at, chance: seededChance(chance.between(0, 2 ** 32 - 1)) }, act);

/** A version 4 UUID (RFC 9562, section 5.4) of this chance, for keys that a client would choose. */
export function demoUuid(chance: Chance): string {
  const bytes = Buffer.from(chance.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const NAMESPACE = '7f0d1d0c-52a5-4b7e-9d43-6c5f0f2f8a11';

/** The key of an act, by its name: the same in every filling (RFC 9562, section 5.5). */
export const keyOf = (...name: readonly (string | number)[]): string => v5(name.join('\n'), NAMESPACE);

/** A date's hour of the wall clock of a zone, for hours by day. `date` is a midnight in UTC. */
export function wallTime(date: Date, hour: number, timeZone: string): Date {
  const guess = later(date, hours(hour));
  const shown = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(guess);
  return later(guess, hours(hour - Number(shown)));
}

/** The midnight (UTC) so many days from today, or the next when it is a Sunday: nobody works then. */
export function workday(today: Date, offset: number): Date {
  const day = later(today, days(offset));
  return day.getUTCDay() === 0 ? later(day, days(1)) : day;
}
