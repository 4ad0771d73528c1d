// What a subgraph answered, believed only as far as it was checked: JSON, bounded, and of GraphQL's shape.
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { parseJson } from '../bounds/parse-json.js';
import type { RawAnswer } from './call-subgraph.js';
import type { SubgraphAnswer } from './subgraph.js';

const DEEPEST_ANSWER = 200;

const errorShape = z.object({
  message: z.string().max(10_000),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});
const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(errorShape).nullish(),
});

/** The answer is not usable; the message is for our log only. */
export class BadAnswer extends Error {}

/** Throws BadAnswer. */
export function readAnswer({ status, contentType, body }: RawAnswer): SubgraphAnswer {
  if (!/^application\/(graphql-response\+)?json\b/.test(contentType)) {
    throw new BadAnswer(`answered ${status} with ${contentType || 'no content type'}`);
  }
  let json: unknown;
  try {
    json = parseJson(body, DEEPEST_ANSWER);
  } catch (error) {
    throw new BadAnswer(`answered ${status} with JSON that cannot be read`, { cause: error });
  }
  const parsed = answerShape.safeParse(json);
  if (!parsed.success) throw new BadAnswer(`answered ${status} with no GraphQL result`, { cause: parsed.error });
  const { data, errors } = parsed.data;
  if (data === undefined && !errors?.length) throw new BadAnswer(`answered ${status} with neither data nor errors`);
  return { ...(data !== undefined && { data }), ...(errors?.length && { errors: errors as GraphQLFormattedError[] }) };
}
