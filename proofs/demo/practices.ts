// What the coaches of the demo world do, where and when, and for how much.
import { type Money, money } from '@mosaic/kernel/values/money';

export interface Practice {
  /** Somebody of the cast. */
  readonly name: string;
  readonly headline: string;
  readonly rate: Money;
  readonly timeZone: 'Europe/Paris' | 'Europe/London';
  /** Specialties by their English names. */
  readonly knows: readonly string[];
  /** Free, half an hour; whether the coach confirms each one. */
  readonly first: { readonly name: string; readonly isAsked: boolean };
  /** An hour, at the rate. */
  readonly session: string;
}

export const specialties: readonly (readonly [en: string, fr: string])[] = [
  ['Running', 'Course à pied'],
  ['Strength', 'Renforcement'],
  ['Mental preparation', 'Préparation mentale'],
  ['Nutrition', 'Nutrition'],
  ['Yoga and breathing', 'Yoga et respiration'],
  ['Career', 'Carrière'],
  ['Sleep', 'Sommeil'],
  ['Swimming', 'Natation'],
];

const fr = 'Europe/Paris';
const en = 'Europe/London';
const bilan = (isAsked: boolean) => ({ name: 'Premier échange', isAsked });
const hello = (isAsked: boolean) => ({ name: 'First conversation', isAsked });

export const practices: readonly Practice[] = [
  {
    name: 'Claire Fontaine',
    headline: 'Courir longtemps, sans se blesser',
    rate: money(4_500, 'EUR'),
    timeZone: fr,
    knows: ['Running', 'Strength'],
    first: bilan(false),
    session: 'Séance de course accompagnée',
  },
  {
    name: 'Mathieu Delorme',
    headline: 'Tenir le cap quand la motivation baisse',
    rate: money(6_000, 'EUR'),
    timeZone: fr,
    knows: ['Mental preparation', 'Career'],
    first: bilan(true),
    session: 'Séance de préparation mentale',
  },
  {
    name: 'Nadia Benali',
    headline: 'Manger mieux, sans rien peser',
    rate: money(5_500, 'EUR'),
    timeZone: fr,
    knows: ['Nutrition'],
    first: bilan(true),
    session: 'Consultation nutrition',
  },
  {
    name: 'Yves Kermarrec',
    headline: 'Yoga du matin et respiration du soir',
    rate: money(4_000, 'EUR'),
    timeZone: fr,
    knows: ['Yoga and breathing', 'Sleep'],
    first: bilan(false),
    session: 'Cours particulier de yoga',
  },
  {
    name: 'Hannah Whitcombe',
    headline: 'Strong for everyday life',
    rate: money(4_200, 'GBP'),
    timeZone: en,
    knows: ['Strength'],
    first: hello(false),
    session: 'One-to-one strength session',
  },
  {
    name: 'Marcus Adeyemi',
    headline: 'Your next job, on purpose',
    rate: money(7_500, 'GBP'),
    timeZone: en,
    knows: ['Career', 'Mental preparation'],
    first: hello(true),
    session: 'Career review',
  },
  {
    name: 'Priya Raman',
    headline: 'Sleep you can rely on',
    rate: money(6_500, 'GBP'),
    timeZone: en,
    knows: ['Sleep', 'Nutrition'],
    first: hello(true),
    session: 'Sleep consultation',
  },
  {
    name: 'Tom Halloran',
    headline: 'From the first length to the open sea',
    rate: money(3_800, 'GBP'),
    timeZone: en,
    knows: ['Swimming'],
    first: hello(false),
    session: 'Swimming lesson',
  },
];
