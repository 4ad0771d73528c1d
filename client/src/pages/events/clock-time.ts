// What an input for date and time holds ("2026-12-04T09:00"), on the clocks of a zone, and the instants it stands for.
import { offsetMinutes, wallOf } from '@/parts/zoned-time';

const DAY_MS = 86_400_000;
const two = (count: number): string => String(count).padStart(2, '0');

/** What a clock in the zone shows at that instant. */
export function clockAt(instant: string | Date, zone: string): string {
  const { day, minutes } = wallOf(instant, zone);
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * When a clock in the zone shows that: of two such instants the earlier; when clocks leap over it, as long after the leap.
 * Null when the text is no time of a clock.
 */
export function instantOf(clock: string, zone: string): Date | null {
  const asIfUtc = Date.parse(`${clock}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) || Number.isNaN(asIfUtc)) return null;
  const [before = 0, after = 0] = [-DAY_MS, DAY_MS].map(
    (ahead) => offsetMinutes(new Date(asIfUtc + ahead), zone) * 60_000,
  );
  const candidates = [asIfUtc - before, asIfUtc - after].sort((a, b) => a - b).map((time) => new Date(time));
  return candidates.find((instant) => clockAt(instant, zone) === clock) ?? new Date(asIfUtc - before);
}
