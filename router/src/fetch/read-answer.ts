// What a subgraph answered, believed only as far as it was checked: JSON, bounded, of GraphQL's shape, and with exactly
// the entities that were asked for, in their order.
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { parseJson } from '../bounds/parse-json.js';
import type { RawAnswer } from './call-subgraph.js';

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

export interface CheckedAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: GraphQLFormattedError[];
}

type Representation = Readonly<Record<string, unknown>>;

/**
 * Throws BadAnswer. `mayStandFor` says whether an entity of the second type may answer a representation of the first.
 */
export function readAnswer(
  { status, contentType, body }: RawAnswer,
  representations: readonly Representation[] | null,
  mayStandFor: (asked: string, got: string) => boolean,
): CheckedAnswer {
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
  if (data && representations) checkEntities(data['_entities'], representations, mayStandFor);
  return { ...(data !== undefined && { data }), ...(errors?.length && { errors: errors as GraphQLFormattedError[] }) };
}

function checkEntities(
  entities: unknown,
  representations: readonly Representation[],
  mayStandFor: (asked: string, got: string) => boolean,
): void {
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new BadAnswer(
      `answered ${Array.isArray(entities) ? entities.length : 'no'} entities for ${representations.length}`,
    );
  }
  for (const [at, entity] of entities.entries()) {
    if (entity === null) continue;
    if (typeof entity !== 'object' || Array.isArray(entity))
      throw new BadAnswer('answered an entity that is no object');
    const got = (entity as Representation)['__typename'];
    const asked = representations[at]?.['__typename'];
    if (got !== undefined && !mayStandFor(String(asked), String(got))) {
      throw new BadAnswer(`answered a ${String(got)} for a ${String(asked)}`);
    }
  }
}
