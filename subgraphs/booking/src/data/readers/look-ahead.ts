// A look at whether a time is taken, before a transaction is spent on it. All who look at the same moment share one query.
// It only ever says no, and what it says was true a moment ago: the yes is decided under the lock.
import DataLoader from 'dataloader';
import type { Fork } from './readers.js';

export interface Glance {
  readonly offeringId: string;
  readonly startsAt: Date;
  readonly clientId: string;
}

interface Row {
  at: number;
}

export type LookAhead = (glance: Glance) => Promise<boolean>;

/**
 * Whether the time is lost to this client: taken, and not by an earlier request of their own for it, whose repetition has
 * to be answered like the first.
 */
export function lookAhead(fork: Fork): LookAhead {
  const loader = new DataLoader<Glance, boolean>(
    async (glances) => {
      const asked = glances.map(({ offeringId, startsAt, clientId }, at) => ({ at, offeringId, startsAt, clientId }));
      const lost = await fork().execute<Row[]>(LOST, [JSON.stringify(asked)]);
      const places = new Set(lost.map(({ at }) => at));
      return glances.map((_, at) => places.has(at));
    },
    { cache: false, maxBatchSize: 1_000, batchScheduleFn: (dispatch) => setImmediate(dispatch) },
  );
  return (glance) => loader.load(glance);
}

const LOST = `
  select asked.at::int as at
  from jsonb_to_recordset(?::jsonb)
    as asked (at integer, "offeringId" text, "startsAt" timestamptz, "clientId" text)
  join offerings o on o.id = asked."offeringId" collate "C"
  where exists (
      select 1 from appointments taken
      where taken.coach_user_id = o.coach_user_id and taken.status in ('HELD', 'CONFIRMED')
        and tstzrange(taken.blocked_from, taken.blocked_until) && tstzrange(
          asked."startsAt" - make_interval(mins => o.buffer_before_minutes),
          asked."startsAt" + make_interval(mins => o.minutes + o.buffer_after_minutes)))
    and not exists (
      select 1 from appointments own
      where own.offering_id = o.id and own.requested_start = asked."startsAt"
        and own.client_id = asked."clientId" collate "C")`;
