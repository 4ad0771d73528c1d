// What a refusal of the server says to the person. The server sends a code, parameters and an English sentence.
import type { Refusal } from '@/graph/session';
import { useLocale } from './locale';
import { french } from './refusals-fr';

/** Turns a refusal into a sentence in the person's language; an unknown code keeps the server's English one. */
export function useRefusalText(): (refusal: Refusal) => string {
  const locale = useLocale();
  return (refusal) => (locale === 'fr' ? (inFrench(refusal) ?? refusal.message) : refusal.message);
}

function inFrench({ code, parameters }: Refusal): string | undefined {
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  return french[code]?.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}
