// Counts what the cases of a run came upon, so that a suite which no longer meets something says so.
import type { ExecutionResult } from 'graphql';
import type { Written } from '../generate/write-operation.js';
import { WRONG_PATH } from './count-entities.js';

const inText = {
  mutation: /^mutation/m,
  'named fragment': /^fragment/m,
  'inline fragment': /\.\.\. on/,
  alias: /\w: \w/,
  'skip or include': /@(skip|include)/,
  'condition by variable': /@(skip|include)\(if: \$/,
  'variable with a default': /\$\w+: [^,)]+ = /,
  introspection: /__(schema|type)\b/,
  'several operations': /query Other/,
} as const;

export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  count(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Of all kinds, for people. */
  get text(): string {
    return [...this.#counts].map(([what, count]) => `${what} ${count}`).join(', ');
  }

  operation({ query, variables }: Written): void {
    this.add('operation');
    for (const [what, pattern] of Object.entries(inText)) if (pattern.test(query)) this.add(what);
    if (Object.keys(variables).length > 0) this.add('variable given');
    if (Object.values(variables).includes(null)) this.add('variable null');
  }

  representations(texts: readonly string[]): void {
    this.add('entity fetch');
    if (new Set(texts).size < texts.length) this.add('entity twice in a list');
  }

  outcome({ data, errors = [], extensions }: ExecutionResult): void {
    this.add('case');
    if (errors.length > 0) this.add('error');
    if (errors.some(({ path }) => path?.some((key) => typeof key === 'number'))) this.add('error of an element');
    if (errors.some((error) => error.extensions[WRONG_PATH])) this.add('entity without a representation');
    if (extensions?.['valueCompletion']) this.add('value completion');
    if (data === null) this.add('null bubbled to the root');
    else if (data && errors.length === 0 && !extensions) this.add('everything well');
  }
}
