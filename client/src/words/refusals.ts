// What a refusal of the server says to the person. The server sends a code, parameters and an English sentence.
import type { Refusal } from '@/graph/session';
import { type Locale, useLocale } from './locale';
import { parameterInFrench } from './parameters-fr';
import { french } from './refusals-fr';

const PARAMETER = /\{(\w+)\}/g;

/** Turns a refusal into a sentence in the person's language; an unknown code keeps the server's English one. */
export function useRefusalText(): (refusal: Refusal) => string {
  const locale = useLocale();
  return (refusal) => refusalText(refusal, locale);
}

export const refusalText = (refusal: Refusal, locale: Locale): string =>
  locale === 'fr' ? (inFrench(refusal) ?? refusal.message) : refusal.message;

function inFrench({ code, parameters }: Refusal): string | undefined {
  const values = new Map(parameters.map(({ name, value }) => [name, parameterInFrench(name, value)]));
  const sentences = [french[code] ?? []].flat();
  const sentence = sentences.find((one) => parametersIn(one).every((name) => values.has(name))) ?? sentences[0];
  // A reason that has no French words goes, and with it the colon that announces it.
  const whole = values.get('reason') === null ? sentence?.replace(/\s*: \{reason\}/, '.') : sentence;
  return whole?.replace(PARAMETER, (_, name: string) => values.get(name) ?? '');
}

/** The names between braces, in the order of the sentence. */
export const parametersIn = (sentence: string): string[] =>
  [...sentence.matchAll(PARAMETER)].map(([, name = '']) => name);
