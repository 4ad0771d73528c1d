// What is not the same in two outcomes of one operation, as words for people; nothing when they agree.

import type { ExecutionResult } from 'graphql';
import { readByteText } from '../../../src/bounds/byte-text.js';
import type { Outcome } from '../../../src/plan/executor.js';
import { canonical } from '../simulate/canonical.js';
import { WRONG_PATH } from './count-entities.js';

interface Told {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Errors in any order, and keys too: stock has them in the order of its own rewriting, not of the operation. */
export function differences(ours: Outcome, stock: ExecutionResult): string[] {
  const found: string[] = [];
  const data = ours.data === undefined ? undefined : canonical(JSON.parse(readByteText(ours.data)));
  const expected = stock.data === undefined ? undefined : canonical(stock.data);
  if (data !== expected) found.push(`data:\n  ours  ${data}\n  stock ${expected}`);
  found.push(...unmatched('errors', ours.errors, stock.errors ?? []));
  found.push(...unmatched('valueCompletion', completion(ours.extensions), completion(stock.extensions)));
  for (const { path } of ours.errors) {
    if (path?.some(isPlanWord)) found.push(`errors: ours has ${JSON.stringify(path)}, which is no place in an answer`);
  }
  return found;
}

/** Words of a plan's paths; no alias of the suite's is one of them. */
const isPlanWord = (key: string | number): boolean => key === '@' || key === '_entities';

const completion = (extensions: Readonly<Record<string, unknown>> | undefined): readonly Told[] =>
  ((extensions?.['valueCompletion'] ?? []) as readonly Told[]).map(({ message, path }) => ({ message, path }));

function unmatched(what: string, ours: readonly Told[], stock: readonly Told[]): string[] {
  const left = ours.map((error) => described(error));
  const missing: string[] = [];
  // Exact ones first, so that they are not taken for those whose path is not compared.
  for (const error of stock.filter((one) => !hasWrongPath(one)))
    take(left, described(error)) || missing.push(described(error));
  for (const error of stock.filter(hasWrongPath)) {
    const anywhere = left.findIndex((text) => text.startsWith(`${withoutPath(error)} `));
    if (anywhere < 0) missing.push(`${withoutPath(error)} (any path)`);
    else left.splice(anywhere, 1);
  }
  return [
    ...missing.map((text) => `${what}: only stock has ${text}`),
    ...left.map((text) => `${what}: only ours has ${text}`),
  ];
}

function take(texts: string[], text: string): boolean {
  const index = texts.indexOf(text);
  if (index >= 0) texts.splice(index, 1);
  return index >= 0;
}

/** Paths through `@` or `_entities` are places in a plan, not in an answer. */
const hasWrongPath = ({ path, extensions }: Told): boolean =>
  extensions?.[WRONG_PATH] === true || (path ?? []).some(isPlanWord);

const withoutPath = ({ message, extensions = {} }: Told): string => {
  const { code, serviceName } = extensions;
  return JSON.stringify({ message, code, serviceName });
};

const described = (error: Told): string => `${withoutPath(error)} at ${JSON.stringify(error.path ?? null)}`;
