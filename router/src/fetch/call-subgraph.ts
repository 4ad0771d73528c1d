// The road to one subgraph: a bounded pool of kept-alive connections, and one POST per call.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { seconds } from '@mosaic/kernel/values/time';
import { Pool } from 'undici';

export const LARGEST_ANSWER = 8 * 1024 * 1024;

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Posts a body; rejects when the subgraph cannot be reached, the signal aborts, or the answer is larger than 8 MiB. */
export type PostToSubgraph = (body: string, headers: Record<string, string>, signal: AbortSignal) => Promise<RawAnswer>;

export function openRoad(scope: Scope, url: string, connections: number): PostToSubgraph {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    connect: { timeout: seconds(1) },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  scope.defer(() => pool.destroy());
  return async (body, headers, signal) => {
    const {
      statusCode,
      headers: received,
      body: stream,
    } = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Leaving the loop destroys the stream, and with it the connection.
      if (size > LARGEST_ANSWER) throw new Error('the answer is larger than 8 MiB');
      chunks.push(chunk);
    }
    return {
      status: statusCode,
      contentType: String(received['content-type'] ?? ''),
      body: Buffer.concat(chunks, size),
    };
  };
}
