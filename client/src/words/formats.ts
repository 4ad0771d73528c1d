// Numbers, money and times as the person's language and time zone write them.
import { useMemo } from 'react';
import { type Locale, tagOf, useLocale } from './locale';

export interface MoneyLike {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface Formats {
  money(money: MoneyLike): string;
  number(value: number): string;
  percent(share: number): string;
  bytes(count: number): string;
  date(instant: string | Date, timeZone?: string): string;
  /** With the weekday: for appointments and events. */
  day(instant: string | Date, timeZone?: string): string;
  time(instant: string | Date, timeZone?: string): string;
  dateTime(instant: string | Date, timeZone?: string): string;
  /** "3 minutes ago", "in 2 days". */
  relative(instant: string | Date): string;
  list(items: readonly string[]): string;
}

export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsFor(locale), [locale]);
}

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function formatsFor(language: Locale): Formats {
  const locale = tagOf(language);
  const written = (options: Intl.DateTimeFormatOptions) => (instant: string | Date, timeZone?: string) =>
    new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }).format(new Date(instant));
  return {
    money: ({ amountMinor, currency }) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    bytes: (count) => writeBytes(locale, count),
    date: written({ dateStyle: 'medium' }),
    day: written({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: written({ hour: '2-digit', minute: '2-digit' }),
    dateTime: written({ dateStyle: 'medium', timeStyle: 'short' }),
    relative: (instant) => writeRelative(locale, (new Date(instant).getTime() - Date.now()) / 1000),
    list: (items) => new Intl.ListFormat(locale).format(items),
  };
}

function writeBytes(locale: string, count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const unit = units[step] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(count / 1000 ** step);
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function writeRelative(locale: string, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = STEPS.find(([, least]) => Math.abs(seconds) >= least) ?? ['second', 1];
  return format.format(unit === 'second' ? 0 : Math.round(seconds / length), unit);
}
