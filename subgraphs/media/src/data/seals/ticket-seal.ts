// The signature of an upload ticket, so that a made-up one costs no look into the store. What it admits to is in the
// store; the signature covers the ticket's id, owner, purpose, limit and end, so that none of them can be swapped.
//
//   <ticket id> "." base64url(MAC of the id) "." base64url(HMAC-SHA256(key, the five))
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '@mosaic/kernel/config/secret';
import type { UploadTicket } from '../../domain/upload-ticket.js';

const LONGEST = 200;

export class TicketSeal {
  constructor(private readonly key: Secret<Buffer>) {}

  seal(ticket: UploadTicket): string {
    return `${ticket.id}.${this.#idMac(ticket.id)}.${this.#mac(ticket)}`;
  }

  /** The ticket's id, or null for a text that was never sealed here. */
  idOf(text: string): string | null {
    const [id = '', idMac = '', , ...more] = text.length > LONGEST ? [] : text.split('.');
    return more.length === 0 && isEqual(idMac, this.#idMac(id)) ? id : null;
  }

  /** Whether the text is the seal of this very ticket. */
  fits(text: string, ticket: UploadTicket): boolean {
    return isEqual(text, this.seal(ticket));
  }

  #idMac(id: string): string {
    return createHmac('sha256', this.key.reveal()).update('ticket id\0').update(id).digest('base64url').slice(0, 16);
  }

  #mac({ id, ownerId, purpose, maxBytes, expiresAt }: UploadTicket): string {
    const terms = JSON.stringify([id, ownerId, purpose, maxBytes, expiresAt.getTime()]);
    return createHmac('sha256', this.key.reveal()).update('ticket\0').update(terms).digest('base64url');
  }
}

const isEqual = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};
