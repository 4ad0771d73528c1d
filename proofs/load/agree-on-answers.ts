// Before anything is measured: every router answers every request of an operation alike, with the fetches that its plan has.
import { isDeepStrictEqual } from 'node:util';
import type { Blog } from './blog/start-blog.js';
import type { Operation } from './operations.js';
import type { Variant } from './variants.js';
import { KeptConnection } from './wire/kept-connection.js';

interface Agreed {
  /** Of the first answer as JSON without blanks; its latin1 text has a character per byte. */
  readonly bytes: number;
}

/** Throws an Error that names the first answer with errors, the first difference, or a wrong number of requests to subgraphs. */
export async function agreeOnAnswers(
  { name, bodies, fetches }: Operation,
  variants: readonly Variant[],
  blog: Blog,
  token: string,
): Promise<Agreed> {
  let expected: unknown[] = [];
  for (const variant of variants) {
    const connection = await KeptConnection.open(variant.url, token);
    const before = await blog.requests();
    const answers: unknown[] = [];
    for (const body of bodies) {
      const text = await connection.post(body);
      if (text.includes('"errors"'))
        throw new Error(`${name}: ${variant.name} answers with errors: ${text.slice(0, 400)}`);
      answers.push(JSON.parse(text));
    }
    connection.close();
    const each = ((await blog.requests()) - before) / bodies.length;
    if (each !== fetches) throw new Error(`${name}: ${variant.name} asked subgraphs ${each} times, not ${fetches}`);
    if (variant === variants[0]) expected = answers;
    const at = answers.findIndex((answer, index) => !isDeepStrictEqual(answer, expected[index]));
    if (at >= 0) {
      const shown = [answers[at], expected[at]].map((answer) => JSON.stringify(answer).slice(0, 400));
      throw new Error(`${name}: ${variant.name} answers ${bodies[at]} otherwise:\n${shown.join('\n')}`);
    }
  }
  return { bytes: JSON.stringify(expected[0]).length };
}
