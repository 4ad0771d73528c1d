// What came back of one request, as far as HTTP goes.
import { opensAtMost } from '../../bounds/opens-at-most.js';

/** JSON.parse takes any depth, but what later writes a value recurses; it has room for more than twice this. */
export const DEEPEST_ANSWER = 2_000;

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** Whether it has brackets enough to nest deeper than DEEPEST_ANSWER: seen in its bytes, four at a time. */
  readonly mayBeDeep: boolean;
}

/** The answer is larger than it may be. */
export class TooLarge extends Error {}

/** The subgraph was not reached, hung up, or does not speak HTTP. */
export class Unreachable extends Error {}

/** Nothing of `body` is kept. */
export const rawAnswer = (status: number, contentType: string, body: Buffer): RawAnswer => ({
  status,
  contentType,
  text: body.toString(),
  // Each level takes two bytes at least.
  mayBeDeep: body.length > 2 * DEEPEST_ANSWER && !opensAtMost(body, DEEPEST_ANSWER),
});
