// Times on the clocks of a place, and the instants they are: also on the days on which clocks change.

const DAY_MS = 86_400_000;

/** What a clock in the zone shows at that instant: "2026-12-04T09:00". */
export function clockAt(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * When a clock in the zone shows that: of two such instants the earlier; when clocks leap over it, as long after the leap.
 * Null when the text is no time of a clock.
 */
export function instantOf(clock: string, zone: string): Date | null {
  const asIfUtc = Date.parse(`${clock}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) || Number.isNaN(asIfUtc)) return null;
  const [before, after] = [offsetAt(asIfUtc - DAY_MS, zone), offsetAt(asIfUtc + DAY_MS, zone)];
  const candidates = [asIfUtc - before, asIfUtc - after].sort((a, b) => a - b).map((time) => new Date(time));
  return candidates.find((instant) => clockAt(instant, zone) === clock) ?? new Date(asIfUtc - before);
}

const offsetAt = (time: number, zone: string): number => {
  const minute = Math.floor(time / 60_000) * 60_000;
  return Date.parse(`${clockAt(new Date(minute), zone)}Z`) - minute;
};
