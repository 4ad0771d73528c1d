// An upload, from its first byte to a medium that others can see: stored as it comes, judged, worked on, made visible in
// one transaction. Whatever goes wrong before that leaves nothing behind, and whatever dies leaves it to the sweep.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { StoredFile } from '../data/bytes/file-store.js';
import { HEAD_BYTES, sniff } from '../data/bytes/sniff.js';
import { Media, type MediaFile, ORIGINAL } from '../domain/media.js';
import { claimedType, type FileType, fileTypes, policyOf } from '../domain/purposes.js';
import { refuse } from '../domain/refusals.js';
import type { UploadTicket } from '../domain/upload-ticket.js';
import { type Derived, derive } from './derive-files.js';
import type { Rooms } from './rooms.js';

/** Thrown inside a stream to end it with a refusal. */
class Stopped extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * The ticket that was sealed as `text`, taken: nobody else can upload with it. `viewerId` is null when the request
 * came without a token, since the ticket itself is the right. `announced` is what the sender says it will send, if it
 * does; a file that says it is too large leaves the ticket as it is. Refuses TICKET_INVALID and FILE_TOO_LARGE.
 */
export async function takeTicket(
  { transact, tickets }: Rooms,
  text: string,
  viewerId: string | null,
  announced: number | null,
): Promise<UploadTicket | Refusal> {
  const id = tickets.idOf(text);
  if (id === null) return refuse('TICKET_INVALID');
  return transact(`ticket ${id}`, async (unit) => {
    const ticket = await unit.uploads.find(id);
    if (!ticket || !tickets.fits(text, ticket)) return refuse('TICKET_INVALID');
    if (viewerId !== null && viewerId !== ticket.ownerId) return refuse('TICKET_INVALID');
    if (announced !== null && announced > ticket.maxBytes) return refuse('FILE_TOO_LARGE', { limit: ticket.maxBytes });
    return (await unit.uploads.take(id)) ? ticket : refuse('TICKET_INVALID');
  });
}

/**
 * Takes in the file of a taken ticket. Refuses FILE_TOO_LARGE, UNSUPPORTED_TYPE, FILE_UNREADABLE, FILE_TOO_HARD, IMAGE_TOO_LARGE,
 * TOO_MANY_FRAMES, and TICKET_INVALID when it took longer than a ticket lives; the ticket is used up either way.
 * Throws what the source throws, with nothing left behind.
 */
export async function takeUpload(
  rooms: Rooms,
  ticket: UploadTicket,
  source: AsyncIterable<Uint8Array>,
): Promise<Media | Refusal> {
  const loose: string[] = [];
  let media: Media | Refusal | null = null;
  try {
    media = await takeIn(rooms, ticket, source, loose);
    return media;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error.refusal;
  } finally {
    if (media === null || isRefusal(media)) {
      await rooms.files.discard(loose);
      await rooms.transact(`uploads of ${ticket.ownerId}`, (unit) => unit.uploads.end(ticket, 0));
    }
  }
}

async function takeIn(
  rooms: Rooms,
  ticket: UploadTicket,
  source: AsyncIterable<Uint8Array>,
  loose: string[],
): Promise<Media | Refusal> {
  const judged: { type: FileType | null } = { type: null };
  const original = await rooms.files.write(judge(source, ticket, judged));
  loose.push(original.fileId);
  const { type } = judged;
  if (!type) return refuse('FILE_UNREADABLE');
  const derived = await derive(rooms, ticket, type, original, loose);
  if (isRefusal(derived)) return derived;
  return rooms.transact(`uploads of ${ticket.ownerId}`, async (unit) => {
    if (!(await unit.uploads.end(ticket, original.byteLength))) return refuse('TICKET_INVALID');
    const medium = newMedia(rooms, ticket, type, original, derived, unit.now);
    return (await unit.media.add(medium)) ? medium : refuse('TICKET_INVALID');
  });
}

/** Passes the bytes on up to the limit, and ends early what is not of a type this ticket allows. */
async function* judge(
  source: AsyncIterable<Uint8Array>,
  { maxBytes, purpose, fileName }: UploadTicket,
  judged: { type: FileType | null },
): AsyncGenerator<Uint8Array> {
  const { types } = policyOf(purpose);
  const check = async (head: Uint8Array) => {
    judged.type = await sniff(head);
    if (judged.type && types.includes(judged.type) && judged.type === claimedType(fileName)) return;
    throw new Stopped(refuse('UNSUPPORTED_TYPE', { allowed: types.join(', ') }));
  };
  let size = 0;
  let head: Uint8Array | null = Buffer.alloc(0);
  for await (const chunk of source) {
    size += chunk.length;
    if (size > maxBytes) throw new Stopped(refuse('FILE_TOO_LARGE', { limit: maxBytes }));
    if (head) head = Buffer.concat([head, chunk]);
    if (head && head.length < HEAD_BYTES) continue;
    if (head) await check(head);
    yield head ?? chunk;
    head = null;
  }
  if (head) {
    await check(head);
    yield head;
  }
}

function newMedia(
  { mintId }: Rooms,
  { ownerId, purpose, fileName }: UploadTicket,
  type: FileType,
  original: StoredFile,
  { files, width, height, exif }: Derived,
  createdAt: Date,
): Media {
  const { contentType, kind } = fileTypes[type];
  const first: MediaFile = { name: ORIGINAL, ...original, contentType, width, height };
  const facts = { id: mintId('Media'), ownerId, purpose, kind, type, fileName, byteLength: original.byteLength };
  return Object.assign(new Media(), {
    ...facts,
    ...{ width, height, exif, files: [first, ...files], commentCount: 0, createdAt },
  });
}
