// Hands out the right to upload one file once. Its bytes are kept free in the owner's quota until it ends.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { later } from '@mosaic/kernel/values/time';
import { may } from '../access.js';
import type { Asker } from '../data/asker.js';
import { cleanFileName } from '../domain/file-name.js';
import { claimedType, LARGEST_FILE, type Purpose, policyOf } from '../domain/purposes.js';
import { refuse } from '../domain/refusals.js';
import { MOST_TICKETS, TICKET_LIFE, UploadTicket } from '../domain/upload-ticket.js';
import type { Rooms } from './rooms.js';

export interface CreateUploadTicket {
  readonly purpose: Purpose;
  readonly fileName: string;
  readonly byteLength: number;
}

/**
 * Refuses BAD_INPUT, FILE_TOO_LARGE, UNSUPPORTED_TYPE, NOT_A_COACH, QUOTA_EXCEEDED, TOO_MANY. A repeated request makes
 * another ticket; those that are not used end by themselves.
 */
export async function createUploadTicket(
  rooms: Rooms,
  asker: Asker,
  { purpose, byteLength, ...input }: CreateUploadTicket,
): Promise<UploadTicket | Refusal> {
  const { types } = policyOf(purpose);
  const limit = purpose === 'LESSON_VIDEO' ? rooms.limits.videoBytes : LARGEST_FILE;
  if (!Number.isSafeInteger(byteLength) || byteLength < 1)
    return refuse('BAD_INPUT', { reason: 'a file has at least one byte' }).at('byteLength');
  if (byteLength > limit) return refuse('FILE_TOO_LARGE', { limit }).at('byteLength');
  const fileName = cleanFileName(input.fileName);
  const type = claimedType(fileName);
  if (!type || !types.includes(type)) return refuse('UNSUPPORTED_TYPE', { allowed: types.join(', ') }).at('fileName');
  if (!may.uploadFor(asker, purpose, purpose === 'LESSON_VIDEO' && (await rooms.read.isApprovedCoach(asker))))
    return refuse('NOT_A_COACH').at('purpose');

  return rooms.transact(`uploads of ${asker.id}`, async (unit) => {
    if ((await unit.uploads.countOpen(asker.id)) >= MOST_TICKETS) return refuse('TOO_MANY', { limit: MOST_TICKETS });
    const left = await unit.uploads.reserve(asker.id, byteLength, rooms.limits.quotaBytes);
    if (left !== null) return refuse('QUOTA_EXCEEDED', { left }).at('byteLength');
    const ticket: UploadTicket = Object.assign(new UploadTicket(), {
      id: rooms.mintId('UploadTicket'),
      ownerId: asker.id,
      purpose,
      fileName,
      maxBytes: byteLength,
      expiresAt: later(unit.now, TICKET_LIFE),
      takenAt: null,
    });
    await unit.uploads.add(ticket);
    return ticket;
  });
}

/** Ends tickets whose time is over, some at a time, and gives back what they kept; answers how many. */
export async function endOverdueTickets(rooms: Rooms): Promise<number> {
  const ended = await rooms.transact('overdue tickets', async (unit) => {
    const overdue = await unit.uploads.overdue(20);
    for (const ticket of overdue) await unit.uploads.end(ticket, 0);
    return overdue.length;
  });
  return isRefusal(ended) ? 0 : ended;
}
