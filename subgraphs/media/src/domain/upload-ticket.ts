// A ticket: the right to upload one file once, within ten minutes.
import type { Id } from '@mosaic/kernel/values/ids';
import { minutes } from '@mosaic/kernel/values/time';
import type { Purpose } from './purposes.js';

/** From its issue to the first byte, and from the first byte to the last. */
export const TICKET_LIFE = minutes(10);
export const MOST_TICKETS = 100;

export class UploadTicket {
  id: Id<'UploadTicket'>;
  ownerId: Id<'User'>;
  purpose: Purpose;
  fileName: string;
  /** What was announced, and kept free in the owner's quota; the file may not have more. */
  maxBytes: number;
  expiresAt: Date;
  /** When its upload began; null before. A ticket that began cannot begin again. */
  takenAt: Date | null;
}
