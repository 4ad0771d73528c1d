// PUT /media/uploads/<ticket>: the body is one file, streamed. It is refused by its announced length before a byte is read,
// and given up when the sender goes away or hardly sends.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { withTimeout } from '@mosaic/kernel/deadline/deadline';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import type { Milliseconds } from '@mosaic/kernel/values/time';
import type { Rooms } from '../use-cases/rooms.js';
import { takeTicket, takeUpload } from '../use-cases/take-upload.js';
import { answerJson, refuseFile, refuseRequest } from './answer.js';

/** What must arrive within the patience of an upload. */
const PACE_BYTES = 64 * 1_024;

class TooSlow extends Error {}

export async function receiveUpload(
  rooms: Rooms,
  request: IncomingMessage,
  response: ServerResponse,
  viewerId: string | null,
  text: string,
): Promise<void> {
  const ticket = await takeTicket(rooms, text, viewerId, announcedLength(request));
  if (isRefusal(ticket)) return leave(request, response, () => refuseFile(response, ticket));
  try {
    const media = await takeUpload(rooms, ticket, paced(request, rooms.limits.patience));
    if (isRefusal(media)) return leave(request, response, () => refuseFile(response, media));
    answerJson(response, 201, { mediaId: media.id, status: 'READY' });
  } catch (error) {
    if (error instanceof TooSlow)
      return leave(request, response, () => refuseRequest(response, 408, 'UPLOAD_TOO_SLOW'));
    if (!request.complete && request.destroyed) return; // the sender went away; nobody is left to answer
    throw error;
  }
}

/** Null when the sender does not say, as with chunked transfer. */
function announcedLength({ headers }: IncomingMessage): number | null {
  const text = headers['content-length'];
  return text === undefined ? null : Number(text);
}

/** Answers without reading the rest of the body, so the connection cannot be used again. */
function leave(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
  if (!request.complete) {
    response.setHeader('connection', 'close');
    // The sender gets a moment to read the answer before the connection goes.
    response.once('finish', () => setTimeout(() => request.destroy(), 1_000).unref());
  }
  answer();
}

/**
 * The chunks as they come. Throws TooSlow when the sender let us wait too long for the next 64 KiB; the time that our own
 * store takes is not the sender's.
 */
async function* paced(request: IncomingMessage, patience: Milliseconds): AsyncGenerator<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false });
  let [arrived, waited] = [0, 0];
  for (;;) {
    const began = performance.now();
    const next = await inTime(chunks.next(), patience - waited);
    if (next.done) return;
    const chunk = next.value as Buffer;
    arrived += chunk.length;
    waited += performance.now() - began;
    if (arrived >= PACE_BYTES) [arrived, waited] = [0, 0];
    yield chunk;
  }
}

async function inTime<T>(work: Promise<T>, budget: Milliseconds): Promise<T> {
  try {
    return await withTimeout(work, Math.max(0, budget));
  } catch (error) {
    throw error instanceof DOMException && error.name === 'TimeoutError' ? new TooSlow() : error;
  }
}
