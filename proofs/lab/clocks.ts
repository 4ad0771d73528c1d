// What clocks on walls show, by the zone data of this Node and nothing of ours.

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The instant on the clock of a zone, with its offset: 2026-03-29T09:00+02:00. */
export function onClock(instant: string | number, zone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZoneName: 'longOffset' },
  } as const);
  const parts = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, timeZoneName = '' } = parts;
  return `${year}-${month}-${day}T${hour}:${minute}${timeZoneName.replace('GMT', '') || '+00:00'}`;
}

/**
 * The next change of the clocks in a zone that begins its days at midnight: when the day of the change begins, and by how
 * many hours the clock goes forward (back: negative). Throws when there is none within a year.
 */
export function nextChange(zone: string, from: Date): { midnight: number; forward: number } {
  const offset = (instant: number) => {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(onClock(instant, zone)) ?? [];
    return (Number(hours) + Number(minutes) / 60) * (sign === '-' ? -1 : 1);
  };
  const first = Math.ceil(from.getTime() / DAY) * DAY;
  for (let date = first; date < first + 366 * DAY; date += DAY) {
    const midnight = date - offset(date) * HOUR;
    const forward = offset(midnight + DAY) - offset(midnight);
    if (forward !== 0) return { midnight, forward };
  }
  throw new Error(`the clocks in ${zone} do not change within a year`);
}
