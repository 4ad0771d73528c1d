// PUT /media/uploads/<ticket>: the body is one file, streamed. It is refused by its announced length before a byte is read,
// and given up when the sender goes away or hardly sends.
import type { IncomingMessage, ServerResponse } from 'node:http';
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

/** The chunks as they come. Throws TooSlow when too little came for too long, also while waiting. */
async function* paced(request: IncomingMessage, patience: Milliseconds): AsyncGenerator<Uint8Array> {
  let arrived = 0;
  let giveUp: (error: TooSlow) => void = () => {};
  const tooSlow = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  tooSlow.catch(() => {}); // heard only while waiting for the next chunk
  const watch = setInterval(() => {
    if (arrived < PACE_BYTES) giveUp(new TooSlow());
    arrived = 0;
  }, patience);
  const chunks = request.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), tooSlow]);
      if (next.done) return;
      arrived += (next.value as Buffer).length;
      yield next.value as Buffer;
    }
  } finally {
    clearInterval(watch);
  }
}
