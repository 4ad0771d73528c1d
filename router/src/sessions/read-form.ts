// What a page sends to a session's door: a small JSON object of known shape.
import { z } from 'zod';
import { parseJson } from '../bounds/parse-json.js';
import { bodyOf } from '../edge/exchange.js';
import { filled, type Passage } from '../passage.js';
import { Refused } from '../respond/refusals.js';

const LARGEST_FORM = 16 * 1024;
const DEEPEST_FORM = 4;

/** Lengths and contents are for the graph to judge. */
export const forms = {
  signIn: z.strictObject({ email: z.string(), password: z.string(), device: z.string().nullish() }),
  signUp: z.strictObject({
    email: z.string(),
    password: z.string(),
    displayName: z.string(),
    locale: z.string().nullish(),
    device: z.string().nullish(),
  }),
  empty: z.strictObject({}),
} as const;

/** Refuses FORM_TOO_LARGE, and BAD_FORM without a word about the values. */
export async function readForm<F>(passage: Passage, shape: z.ZodType<F>): Promise<F | Refused> {
  const { request, response } = filled(passage.http, 'http');
  const body = await bodyOf(request, LARGEST_FORM);
  if (!body) {
    response.setHeader('connection', 'close'); // the rest of the body is not read
    return Refused.as('FORM_TOO_LARGE');
  }
  try {
    return shape.parse(parseJson(body, DEEPEST_FORM));
  } catch {
    return Refused.as('BAD_FORM'); // no JSON, nested too deep, or another shape
  }
}
