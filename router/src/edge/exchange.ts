// What stages know of an HTTP request and its answer: those of node:http, and those of a request that came whole.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { readBody } from '@mosaic/kernel/subgraph/read-body';
import type { ByteText } from '../bounds/byte-text.js';
import { WholeRequest } from './whole/whole-request.js';

export type HttpRequest = IncomingMessage | WholeRequest;

/** Whatever has the headers of a request. */
export type Headed = Pick<IncomingMessage, 'headers'>;

/** The part of node:http's ServerResponse that an operation's answer needs; a stream needs all of it. */
export interface HttpResponse {
  readonly req: { readonly headers: IncomingHttpHeaders };
  statusCode: number;
  setHeaders(headers: Map<string, string>): unknown;
  setHeader(name: string, value: string): unknown;
  /** Beside what stands under this name already. */
  appendHeader(name: string, value: string): unknown;
  hasHeader(name: string): boolean;
  /** Sends the head, and this. */
  end(text: ByteText, encoding: 'latin1'): unknown;
  end(body?: Uint8Array): unknown;
}

/** The bytes, or null when there are more than `limit`. Rejects when the client leaves meanwhile. */
export const bodyOf = (request: HttpRequest, limit: number): Promise<Buffer | null> | Buffer | null => {
  if (!(request instanceof WholeRequest)) return readBody(request, limit);
  return request.body.length > limit ? null : request.body;
};
