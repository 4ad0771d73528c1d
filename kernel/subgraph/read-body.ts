// Reads a request body up to a hard limit, by events: an async iterator costs more than all else that is done with 150 bytes.
import type { IncomingMessage } from 'node:http';

/** The bytes, or null when there are more than `limit` (the rest is not read). Rejects when the client leaves meanwhile. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const isFull = (chunk: Buffer) => {
      size += chunk.length;
      return size > limit;
    };
    request.on('data', (chunk: Buffer) => {
      if (!isFull(chunk)) return void chunks.push(chunk);
      request.pause();
      chunks.length = 0;
      resolve(null);
    });
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once('error', reject); // ECONNRESET, when the client leaves in the middle
    request.once('close', () => {
      if (!request.readableEnded) reject(new Error('the body was not read to its end')); // we hung up ourselves
    });
  });
}
