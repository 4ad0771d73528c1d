// An event as its form holds it, and as the graph wants it.
import { clockAt, instantOf } from './clock-time';

/** Texts of inputs: times as clocks in the zone show them. */
export interface EventValues {
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly capacity: string;
}

export interface EventDetails {
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly capacity: number | null;
}

export type Misfit = {
  readonly field: 'startsAt' | 'endsAt' | 'capacity';
  readonly why: 'noTime' | 'order' | 'noCapacity';
};

const HOUR_MS = 3_600_000;

/** A new event: tomorrow at seven in the evening, for three hours. */
export function emptyValues(now: Date, timeZone: string): EventValues {
  const tomorrow = clockAt(new Date(now.getTime() + 24 * HOUR_MS), timeZone).slice(0, 10);
  const times = { startsAt: `${tomorrow}T19:00`, endsAt: `${tomorrow}T22:00` };
  return { title: '', description: '', place: '', ...times, timeZone, capacity: '' };
}

export const valuesOf = ({ startsAt, endsAt, timeZone, place, capacity, ...texts }: EventDetails): EventValues => ({
  title: texts.title,
  description: texts.description,
  place: place ?? '',
  startsAt: clockAt(startsAt, timeZone),
  endsAt: clockAt(endsAt, timeZone),
  timeZone,
  capacity: capacity === null ? '' : String(capacity),
});

/** What can be known to be wrong here; everything else the server says. */
export function readValues({ capacity, place, ...values }: EventValues): EventDetails | Misfit {
  const startsAt = instantOf(values.startsAt, values.timeZone);
  const endsAt = instantOf(values.endsAt, values.timeZone);
  if (!startsAt) return { field: 'startsAt', why: 'noTime' };
  if (!endsAt) return { field: 'endsAt', why: 'noTime' };
  if (endsAt <= startsAt) return { field: 'endsAt', why: 'order' };
  if (!/^\s*([1-9]\d*)?\s*$/.test(capacity)) return { field: 'capacity', why: 'noCapacity' };
  return {
    title: values.title,
    description: values.description,
    timeZone: values.timeZone,
    place: place.trim() || null,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    capacity: capacity.trim() ? Number(capacity) : null,
  };
}

/** When the beginning moves, the end moves with it. */
export function moveStart(values: EventValues, startsAt: string): EventValues {
  const [before, after, end] = [values.startsAt, startsAt, values.endsAt].map((clock) => instantOf(clock, 'UTC'));
  if (!before || !after || !end) return { ...values, startsAt };
  return { ...values, startsAt, endsAt: clockAt(new Date(end.getTime() + after.getTime() - before.getTime()), 'UTC') };
}
