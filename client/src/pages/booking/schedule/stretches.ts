// Hours of days as a form holds them, and what is wrong with them. A form's clock has no 24:00: there it is 00:00.

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

export interface Stretch {
  /** For the form alone: a row keeps it while its times change. */
  readonly key: string;
  readonly startTime: string;
  readonly endTime: string;
}

export interface Hours {
  readonly startTime: string;
  readonly endTime: string;
}

export type Week = Readonly<Record<WeekdayName, readonly Stretch[]>>;

const LAST = '24:00';
const inForm = (time: string): string => (time === LAST ? '00:00' : time);
const endOf = ({ endTime }: Hours): string => (endTime === '00:00' ? LAST : endTime);

const toStretches = (hours: readonly Hours[]): readonly Stretch[] =>
  hours.map(({ startTime, endTime }) => ({ key: `${startTime}-${endTime}`, startTime, endTime: inForm(endTime) }));

export const toHours = (stretches: readonly Stretch[]): Hours[] =>
  stretches.map((one) => ({ startTime: one.startTime, endTime: endOf(one) }));

export function toWeek(rules: readonly (Hours & { readonly weekday: WeekdayName })[]): Week {
  const hoursOf = (day: WeekdayName) => toStretches(rules.filter(({ weekday }) => weekday === day));
  return Object.fromEntries(WEEKDAYS.map((day) => [day, hoursOf(day)])) as unknown as Week;
}

export const toRules = (week: Week): (Hours & { weekday: WeekdayName })[] =>
  WEEKDAYS.flatMap((weekday) => toHours(week[weekday]).map((hours) => ({ weekday, ...hours })));

export type Problem = 'EMPTY' | 'ORDER' | 'OVERLAP';

/** The first thing that is wrong with the hours of a day; null when nothing is. */
export function problemOf(stretches: readonly Stretch[]): Problem | null {
  if (stretches.some(({ startTime, endTime }) => !startTime || !endTime)) return 'EMPTY';
  const sorted = toHours(stretches).sort((a, b) => (a.startTime < b.startTime ? -1 : 1));
  if (sorted.some(({ startTime, endTime }) => endTime <= startTime)) return 'ORDER';
  return sorted.some((one, at) => at > 0 && one.startTime < (sorted[at - 1]?.endTime ?? '')) ? 'OVERLAP' : null;
}

/** What a further stretch begins as: after the last one where there is room, else in the morning. */
export function nextStretch(stretches: readonly Stretch[]): Stretch {
  const last = toHours(stretches).reduce((latest, { endTime }) => (endTime > latest ? endTime : latest), '');
  const key = crypto.randomUUID();
  if (!last || last > '21:00') return { key, startTime: '09:00', endTime: '12:00' };
  const hour = Number(last.slice(0, 2)) + 1;
  const two = (value: number) => String(value).padStart(2, '0');
  return { key, startTime: `${two(hour)}:00`, endTime: `${two(Math.min(23, hour + 3))}:00` };
}
