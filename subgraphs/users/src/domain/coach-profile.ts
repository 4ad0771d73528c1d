// The rules of a coach's profile, and of moving from one standing to another.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { fold } from '@mosaic/kernel/values/fold';
import type { Money } from '@mosaic/kernel/values/money';
import type { Coach, CoachDecision, CoachStanding } from './coach.js';
import { refuse } from './refusals.js';
import type { User } from './user.js';

const LONGEST_HEADLINE = 120;
const LONGEST_BIO = 2_000;
const LONGEST_REASON = 500;
/** In minor units: ten million euros, a billion yen. */
const HIGHEST_RATE = 1_000_000_000;
export const MOST_SPECIALTIES_OF_COACH = 10;

/** What a person may say about themselves as a coach; undefined leaves it as it is. */
export interface CoachChange {
  headline?: string | undefined;
  bio?: string | undefined;
  hourlyRate?: Money | undefined;
  timeZone?: string | undefined;
}

type Offer = Pick<Coach, 'headline' | 'bio' | 'rateMinor' | 'rateCurrency' | 'timeZone'>;

/** The profile after a change. Refuses BAD_INPUT at the input that is wrong. */
export function changeOffer(offer: Offer, change: CoachChange): Offer | Refusal {
  const headline = change.headline === undefined ? offer.headline : readText(change.headline, 'headline');
  if (isRefusal(headline)) return headline;
  const bio = change.bio === undefined ? offer.bio : readText(change.bio, 'bio');
  if (isRefusal(bio)) return bio;
  const rate = change.hourlyRate && readRate(change.hourlyRate);
  if (isRefusal(rate)) return rate;
  const timeZone = change.timeZone === undefined ? offer.timeZone : readTimeZone(change.timeZone);
  if (typeof timeZone !== 'string') return timeZone;
  const { rateMinor, rateCurrency } = offer;
  return { headline, bio, timeZone, ...(rate ?? { rateMinor, rateCurrency }) };
}

const shapes = {
  headline: { longest: LONGEST_HEADLINE, lines: 'one' },
  bio: { longest: LONGEST_BIO, lines: 'many' },
  reason: { longest: LONGEST_REASON, lines: 'many' },
} as const;

function readText(text: string, field: keyof typeof shapes): string | Refusal {
  if (field === 'bio' && text.trim() === '') return '';
  const cleaned = cleanText(text, shapes[field]);
  return isRefusal(cleaned) ? cleaned.at(field) : cleaned;
}

/** Why an admin decided as they did: 1 to 500 characters. */
export const readReason = (text: string): string | Refusal => readText(text, 'reason');

function readRate({ amountMinor, currency }: Money): Pick<Coach, 'rateMinor' | 'rateCurrency'> | Refusal {
  const bad = (reason: string) => refuse('BAD_INPUT', { reason }).at('hourlyRate');
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0 || amountMinor > HIGHEST_RATE)
    return bad(`an hourly rate goes from 0 to ${HIGHEST_RATE} minor units`);
  if (!Intl.supportedValuesOf('currency').includes(currency)) return bad('this is not a currency of ISO 4217');
  return { rateMinor: amountMinor, rateCurrency: currency };
}

/** The zone under its IANA name; an offset such as +02:00 is none, because it knows no summer. */
export function readTimeZone(text: string): string | Refusal {
  const refusal = refuse('BAD_INPUT', { reason: 'this is not a time zone of the IANA database' }).at('timeZone');
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text) || text.length > 60) return refusal;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return refusal;
  }
}

/** How the directory finds the coach. */
export const listed = (user: Pick<User, 'displayName' | 'sortName'>, headline: string) => ({
  sortName: user.sortName,
  searchText: fold(`${user.displayName}\n${headline}`),
});

const nextStandings: Readonly<Record<CoachStanding, readonly CoachDecision[]>> = {
  APPLIED: ['APPROVED', 'DECLINED'],
  APPROVED: ['WITHDRAWN'],
  DECLINED: ['APPROVED'],
  WITHDRAWN: ['APPROVED'],
};

/** Null when an admin may decide so. */
export const refuseDecision = (standing: CoachStanding, decision: CoachDecision): Refusal | null =>
  nextStandings[standing].includes(decision)
    ? null
    : refuse('WRONG_STANDING', { from: standing, to: decision }).at('decision');

/** Null when the person may apply: for the first time, or again after a no. */
export const refuseApplication = (coach: Coach | null): Refusal | null =>
  coach === null || coach.standing === 'DECLINED' || coach.standing === 'WITHDRAWN'
    ? null
    : refuse('COACH_EXISTS', { standing: coach.standing });

/** What the others go by: nobody can be booked whose account is suspended. */
export const effectiveStanding = ({ standing }: Coach, { status }: Pick<User, 'status'>): CoachStanding =>
  standing === 'APPROVED' && status === 'SUSPENDED' ? 'WITHDRAWN' : standing;
