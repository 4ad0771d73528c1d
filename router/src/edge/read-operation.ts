// Reads what the client asks: from a JSON body of at most 1 MiB, or from the query string of a GET.
import { GraphQLError } from 'graphql';
import { parseJson } from '../bounds/parse-json.js';
import type { Asked, Passage, Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { bodyOf, type HttpRequest, type HttpResponse } from './exchange.js';

export const LARGEST_BODY = 1024 * 1024;
/** Deeper than any input of ours; shallow enough for every recursive walk behind this wall. */
export const DEEPEST_INPUT = 40;

export const readOperation: Stage['admit'] = (passage) => {
  if (!passage.http) return null;
  const { request, response } = passage.http;
  if (request.method === 'GET') return take(passage, askedByUrl(request));
  const body = bodyOf(request, LARGEST_BODY);
  if (!(body instanceof Promise)) return take(passage, askedByBody(body, response));
  return body.then((read) => take(passage, askedByBody(read, response)));
};

function take(passage: Passage, asked: Asked | Refused): Refused | null {
  if (asked instanceof Refused) return asked;
  passage.asked = asked;
  return null;
}

function askedByBody(body: Buffer | null, response: HttpResponse): Asked | Refused {
  if (!body) {
    // The rest of a body that was too large is not read, so this connection cannot be used again.
    response.setHeader('connection', 'close');
    return Refused.as('BODY_TOO_LARGE');
  }
  const read = jsonIn(body);
  return read === NO_JSON ? malformed(`The body must be JSON ${BOUNDS}.`) : toAsked(read);
}

/** Each parameter of the query string at most once; an empty operationName is none (GraphQL over HTTP, "GET"). */
function askedByUrl({ url = '/' }: HttpRequest): Asked | Refused {
  const at = url.indexOf('?');
  const parameters = new URLSearchParams(at < 0 ? '' : url.slice(at));
  const given: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'variables', 'extensions'] as const) {
    const [text, ...more] = parameters.getAll(name);
    if (more.length > 0) return malformed(`"${name}" may be given once only.`);
    if (text === undefined || (name === 'operationName' && text === '')) continue;
    given[name] = name === 'query' || name === 'operationName' ? text : jsonIn(Buffer.from(text));
    if (given[name] === NO_JSON) return malformed(`"${name}" must be JSON ${BOUNDS}.`);
  }
  return toAsked(given);
}

/** The parts of a GraphQL request (GraphQL over HTTP, "Request Parameters"), or a refusal when they have the wrong shape. */
export function toAsked(body: unknown): Asked | Refused {
  if (Array.isArray(body)) return Refused.as('BATCHING_OFF');
  if (!isRecord(body)) return malformed('The request must be a JSON object.');
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string') return malformed('"query" must be a string, and it must be there.');
  if (operationName != null && typeof operationName !== 'string') return malformed('"operationName" must be a string.');
  if (variables != null && !isRecord(variables)) return malformed('"variables" must be an object.');
  if (extensions != null && !isRecord(extensions)) return malformed('"extensions" must be an object.');
  return { query, ...(operationName != null && { operationName }), ...(variables != null && { variables }) };
}

const NO_JSON = Symbol('no JSON');
const BOUNDS = `of no more than ${DEEPEST_INPUT} levels`;

function jsonIn(bytes: Buffer): unknown {
  try {
    return parseJson(bytes, DEEPEST_INPUT);
  } catch {
    return NO_JSON;
  }
}

const malformed = (sentence: string): Refused => Refused.because('BAD_REQUEST', [new GraphQLError(sentence)]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
