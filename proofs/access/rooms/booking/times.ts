// When the owner works as a coach, and when others may meet them: no two of the times overlap.
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Where no clock is ever changed. */
export const zone = 'Africa/Abidjan';

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
