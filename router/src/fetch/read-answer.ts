// What a subgraph answered, believed only as far as it was checked: JSON, bounded, and of GraphQL's shape. This is on the
// way of every answer: reading one must cost little more than JSON.parse does.
import type { GraphQLFormattedError } from 'graphql';
import { nestingOf } from '../bounds/parse-json.js';
import { readErrors } from './read-errors.js';
import type { SubgraphAnswer } from './subgraph.js';
import { DEEPEST_ANSWER, type RawAnswer } from './wire/raw-answer.js';

const JSON_TYPE = /^application\/(graphql-response\+)?json\s*(;|$)/i;

/** The answer is not usable; the message is for our log only. */
export class BadAnswer extends Error {}

/**
 * A value of its own for whoever asks. Members named `__proto__` are its own members, as JSON.parse makes them: whoever
 * assigns from it must leave them out. Throws BadAnswer.
 */
export function readAnswer({ status, contentType, text, mayBeDeep }: RawAnswer): SubgraphAnswer {
  if (!JSON_TYPE.test(contentType)) throw new BadAnswer(`answered ${status} with ${contentType || 'no content type'}`);
  if (mayBeDeep && nestingOf(Buffer.from(text), DEEPEST_ANSWER) > DEEPEST_ANSWER)
    throw new BadAnswer(`answered ${status}, nested too deep`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadAnswer(`answered ${status} with JSON that cannot be read`, { cause: error });
  }
  if (!isObject(json)) throw new BadAnswer(`answered ${status} with no GraphQL result`);
  const { data, errors } = json;
  if (data !== undefined && data !== null && !isObject(data)) throw new BadAnswer(`answered ${status} with odd data`);
  if (errors === undefined || errors === null) {
    if (data === undefined) throw new BadAnswer(`answered ${status} with neither data nor errors`);
    return { data };
  }
  const read: GraphQLFormattedError[] | null = readErrors(errors);
  if (!read) throw new BadAnswer(`answered ${status} with errors that are none`);
  if (data === undefined && read.length === 0) throw new BadAnswer(`answered ${status} with neither data nor errors`);
  return { ...(data !== undefined && { data }), ...(read.length > 0 && { errors: read }) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it is a GraphQL answer at all. */
export function isAnswer(raw: RawAnswer): boolean {
  try {
    readAnswer(raw);
    return true;
  } catch (error) {
    if (error instanceof BadAnswer) return false;
    throw error;
  }
}
