// When the owner works as a coach, and when others may meet them: no two of the times overlap.
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Where it is neither late nor early now, and no clock is ever changed: what begins soon begins today. */
export const zone =
  new Date().getUTCHours() < 12 ? { name: 'Asia/Dhaka', hours: 6 } : { name: 'America/Costa_Rica', hours: -6 };

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** All day, every day. */
export const weeklyRules = weekdays.map((weekday) => ({ weekday, startTime: '00:00', endTime: '24:00' }));

const begun = Date.now();
const firstDay = Math.floor(begun / DAY + 2) * DAY;
let taken = 0;

/** Half an hour that nobody was given yet, from the day after tomorrow on. */
export const nextTime = (): Date => new Date(firstDay + taken++ * 30 * MINUTE);

/** A stretch with all of that, as arguments. */
export const reach = `from: "${new Date(begun - DAY).toISOString()}", to: "${new Date(begun + 30 * DAY).toISOString()}"`;

/** A date on which nobody meets. */
export const farAway = new Date(begun + 200 * DAY).toISOString().slice(0, 10);

/** The next full minute, and hours of today that begin with it. */
export function beginsSoon() {
  const startsAt = new Date(Math.ceil(Date.now() / MINUTE + 0.1) * MINUTE);
  const local = (instant: number) => new Date(instant + zone.hours * 60 * MINUTE).toISOString();
  const at = startsAt.getTime();
  const hours = [{ startTime: local(at).slice(11, 16), endTime: local(at + 5 * MINUTE).slice(11, 16) }];
  return { startsAt, date: local(at).slice(0, 10), hours };
}
