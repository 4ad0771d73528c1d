// A process killed while several mutations are under way, as clients with idempotency keys live through it.
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { expect } from 'vitest';
import { codeOf } from './act.js';
import { eventually } from './eventually.js';
import type { Answer } from './post.js';

interface Midway<T> {
  /** What the clients do, each with a key of its own: the last one begins when the process is dead. */
  acts: readonly (() => Promise<T>)[];
  /** A query of several subgraphs; the answer while one is dead is handed back. */
  crossing: () => Promise<Answer>;
}

/**
 * Kills the subgraph at the first answer, and lets every client repeat what it did until it is answered: nobody waits for
 * a sign that all is well. Who was answered before hears the same again. Resolves with the answers and what was partial.
 */
export async function killMidway<T>(
  world: World,
  subgraph: string,
  { acts, crossing }: Midway<T>,
): Promise<{ answers: T[]; partial: Answer }> {
  const { pid } = world.child(subgraph);
  const before = acts.slice(0, -1).map(orLost);
  await Promise.race(before);
  world.child(subgraph).kill('SIGKILL');
  const [partial, ...first] = await Promise.all([
    eventually(crossing, ({ codes }) => codes.length > 0, 5_000),
    ...before,
    ...acts.slice(-1).map(orLost),
  ]);
  const answers = await Promise.all(acts.map(insist));
  expect(first.map((answer, at) => (answer === lost ? answers[at] : answer))).toEqual(answers);
  expect(world.child(subgraph).pid).not.toBe(pid);
  return { answers, partial };
}

/** That the fields of the dead subgraph are missing, that it is said in these words, and in no others of ours. */
export function expectMasked({ status, codes, errors }: Answer, subgraph: string): void {
  expect(status).toBe(200);
  expect(new Set(codes)).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
  for (const { message } of errors) expect(message).not.toMatch(new RegExp(`${subgraph}|127\\.0\\.0\\.1|ECONN`));
}

const lost = Symbol('no answer');
const LOST = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'];

const orLost = <T>(act: () => Promise<T>): Promise<T | typeof lost> =>
  act().catch((failure: unknown) => {
    if (!LOST.includes(codeOf(failure) ?? '')) throw failure;
    return lost;
  });

const insist = async <T>(act: () => Promise<T>): Promise<T> =>
  (await eventually(
    () => orLost(act),
    (answer) => answer !== lost,
    60_000,
  )) as T;
