// The standalone way of saying who asks: what the client said goes on to the subgraph, as the settings allow.
import type { Call } from '../plan/call.js';
import type { VouchFor } from './vouch.js';

/** These belong to one connection or one body: those of the client's are not ours. */
const NEVER = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-request-id',
]);

/** What may stand in a header (RFC 9110, 5.5); anything else is dropped, not sent in part. */
const isHeaderText = (value: unknown): value is string =>
  typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/**
 * The call's `passedOn.headers` as headers, and its `passedOn.connectionParams` as `extensions.connectionParams` of the
 * request: with the authorization in it as header too, unless one came as a header.
 */
export const passOn: VouchFor = () => ({ bodyFor, headersFor });

function bodyFor({ passedOn: { connectionParams } }: Call, body: string): string {
  // A request is an object with a query at least, and brings no extensions of its own.
  return connectionParams === null
    ? body
    : `${body.slice(0, -1)},"extensions":{"connectionParams":${JSON.stringify(connectionParams)}}}`;
}

function headersFor({ passedOn: { headers, connectionParams } }: Call): string[] {
  const list: string[] = [];
  for (const name in headers) {
    const value = headers[name];
    if (!NEVER.has(name) && isHeaderText(value)) list.push(name, value);
  }
  if (connectionParams !== null && headers['authorization'] === undefined) {
    const authorization = connectionParams['authorization'] ?? connectionParams['Authorization'];
    if (isHeaderText(authorization)) list.push('authorization', authorization);
  }
  return list;
}
