// What a notification says, from its kind and its parameters, in the language of the page. Where a fact is missing, or the
// kind is of another version, the server's own line stands.
import type { NotificationKind } from '@/graph/generated/graphql';
import { type Formats, formatsFor } from '@/words/formats';
import { currentLocale, type Locale } from '@/words/locale';
import { notificationWords } from './notification-words';

export interface Told {
  readonly kind: NotificationKind;
  /** The server's line. */
  readonly title: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export function sentenceOf({ kind, title, parameters }: Told, locale: Locale = currentLocale()): string {
  const facts = factsOf(parameters, formatsFor(locale));
  const pattern = notificationWords[locale].sentences[kind] ?? '';
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (!pattern || !names.every((name) => facts.has(name))) return title;
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => facts.get(name) ?? '');
}

/** The parameters as people write them: moments, money, numbers; names as they are. */
function factsOf(parameters: Told['parameters'], formats: Formats): Map<string, string> {
  const facts = new Map(parameters.map(({ name, value }) => [name, value]));
  for (const name of ['startsAt', 'endsAt', 'until']) rewrite(facts, name, formats.dateTime);
  for (const name of ['value', 'threshold']) rewrite(facts, name, (value) => formats.number(Number(value)));
  const [amount, currency] = [facts.get('amountMinor'), facts.get('currency')];
  if (amount && currency) facts.set('money', formats.money({ amountMinor: Number(amount), currency }));
  return facts;
}

function rewrite(facts: Map<string, string>, name: string, write: (value: string) => string): void {
  const value = facts.get(name);
  if (value !== undefined) facts.set(name, write(value));
}
