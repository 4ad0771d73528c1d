// Reads what the client asks: from a JSON body of at most 1 MiB, or from the query string of a GET.
import type { IncomingMessage } from 'node:http';
import { readBody } from '@mosaic/kernel/subgraph/read-body';
import { parseJson } from '../bounds/parse-json.js';
import type { Asked, Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';

export const LARGEST_BODY = 1024 * 1024;
/** Deeper than any input of ours; shallow enough for every recursive walk behind this wall. */
export const DEEPEST_INPUT = 40;

export const readOperation: Stage['admit'] = async (passage) => {
  if (!passage.http) return null;
  const { request, response } = passage.http;
  const asked = request.method === 'GET' ? askedByUrl(request) : await askedByBody(request);
  if (asked instanceof Refused) {
    // The rest of a body that was too large is not read, so this connection cannot be used again.
    if (asked.code === 'BODY_TOO_LARGE') response.setHeader('connection', 'close');
    return asked;
  }
  passage.asked = asked;
  return null;
};

async function askedByBody(request: IncomingMessage): Promise<Asked | Refused> {
  const body = await readBody(request, LARGEST_BODY);
  if (!body) return Refused.as('BODY_TOO_LARGE');
  try {
    return toAsked(parseJson(body, DEEPEST_INPUT));
  } catch {
    return Refused.as('BAD_REQUEST'); // no JSON, or nested too deep
  }
}

function askedByUrl(request: IncomingMessage): Asked | Refused {
  const parameters = new URL(request.url ?? '/', 'http://router').searchParams;
  const [query, ...more] = parameters.getAll('query');
  if (more.length > 0) return Refused.as('BAD_REQUEST');
  try {
    const variables = parameters.get('variables');
    return toAsked({
      query,
      operationName: parameters.get('operationName') ?? undefined,
      variables: variables === null ? undefined : parseJson(Buffer.from(variables), DEEPEST_INPUT),
    });
  } catch {
    return Refused.as('BAD_REQUEST');
  }
}

/** The parts of a GraphQL request (GraphQL over HTTP, section 5), or a refusal when they have the wrong shape. */
export function toAsked(body: unknown): Asked | Refused {
  if (Array.isArray(body)) return Refused.as('BATCHING_OFF');
  if (!isRecord(body)) return Refused.as('BAD_REQUEST');
  const { query, operationName, variables } = body;
  if (typeof query !== 'string' || query === '') return Refused.as('BAD_REQUEST');
  if (operationName != null && typeof operationName !== 'string') return Refused.as('BAD_REQUEST');
  if (variables != null && !isRecord(variables)) return Refused.as('BAD_REQUEST');
  return { query, ...(operationName != null && { operationName }), ...(variables != null && { variables }) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
