// What an attacker does with one request, and what everybody must find unharmed afterwards.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenWorld } from '../lab/open-world.js';
import type { Person } from '../lab/person.js';
import { type Answer, post } from '../lab/post.js';

export interface Outcome extends Answer {
  /** The codes of the payload's userErrors and of the answer's errors, in this order. */
  refusals: string[];
}

/** One mutation with this input, as this person or as nobody. `selection` is of its payload. */
export async function change(
  url: string,
  person: Person | null,
  field: string,
  input: Record<string, unknown>,
  selection = '',
): Promise<Outcome> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { ${selection} userErrors { code } } }`;
  const answer = await post(url, query, { variables: { input }, ...tokenOf(person) });
  const userErrors: { code: string }[] = answer.data?.[field]?.userErrors ?? [];
  return { ...answer, refusals: [...userErrors.map(({ code }) => code), ...answer.codes] };
}

/** One query, as this person or as nobody. */
export const look = (url: string, person: Person | null, query: string, variables: Record<string, unknown> = {}) =>
  post(url, query, { variables, ...tokenOf(person) });

const tokenOf = (person: Person | null) => (person ? { token: person.session.accessToken } : {});

/** A well-formed id of this type that names nothing. */
export const unknownId = (type: string): string =>
  Buffer.concat([Buffer.from(`${type}:`), Buffer.alloc(16, 7)]).toString('base64url');

/**
 * What went wrong behind the answers: lines of level ERROR and above in any process's log, processes that ended, and
 * lines that hold one of these secrets. Empty after every attack.
 */
export async function harmDone({ dataDir, notices }: OpenWorld, secrets: readonly string[] = []): Promise<string[]> {
  const folder = join(dataDir, 'logs');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  if (files.length === 0) throw new Error('there are no logs to look at');
  const lines = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).flatMap((text) =>
    text.split('\n'),
  );
  const isHarm = (line: string) =>
    /"level":"(ERROR|CRITICAL)"/.test(line) || secrets.some((secret) => line.includes(secret));
  return [...lines.filter(isHarm), ...notices.filter((line) => /: ended \(/.test(line))];
}
