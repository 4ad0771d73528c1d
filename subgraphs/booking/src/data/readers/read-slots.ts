// Reads the times that can be booked: what the rules offer, without what is taken.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Offering } from '../../domain/offering.js';
import { blockedBy, doOverlap, type Stretch, slotStarts } from '../../domain/slots.js';
import { busySources } from './busy-sources.js';
import { findSchedule } from './read-schedules.js';
import type { Fork } from './readers.js';

/** What takes the coach's time around [from, until), from every source. */
export async function busyBetween(
  em: EntityManager,
  coachUserId: string,
  { from, until }: Stretch,
): Promise<Stretch[]> {
  const found: Stretch[] = [];
  for (const source of busySources) found.push(...(await source(em, coachUserId, new Date(from), new Date(until))));
  return found;
}

export interface AskedSlots {
  from: Date;
  to: Date;
  now: Date;
  limit: number;
}

export const readSlots = (fork: Fork) => ({
  /** Starts in [from, to), ascending epoch milliseconds, at most `limit`; none of a coach who may not be booked. */
  async of(offering: Offering, { limit, ...asked }: AskedSlots): Promise<number[]> {
    const em = fork();
    const known = await findSchedule(em, offering.coachUserId, asked.from, asked.to);
    if (!known?.isApproved || offering.isArchived) return [];
    const starts = slotStarts({ plan: offering, schedule: known.schedule, ...asked });
    const [first, last] = [starts[0], starts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const reach = { from: blockedBy(offering, first).from, until: blockedBy(offering, last).until };
    const busy = await busyBetween(em, offering.coachUserId, reach);
    const free: number[] = [];
    for (const start of starts) {
      if (free.length === limit) break;
      if (isFree(blockedBy(offering, start), busy)) free.push(start);
    }
    return free;
  },
});

const isFree = (wanted: Stretch, busy: readonly Stretch[]): boolean => !busy.some((taken) => doOverlap(wanted, taken));
