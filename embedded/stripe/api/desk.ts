// What one request works at: the books, and the events that its changes bring about.
import { epochSeconds, newId } from '../objects/new-id.js';
import type { Event } from '../objects/shapes.js';
import type { Books } from '../store/books.js';

/** The version of the API whose shapes these are: the one that `stripe` 23 pins. */
export const API_VERSION = '2026-10-28.endive';

export class Desk {
  /** Sent when the request's changes are kept. */
  readonly events: Event[] = [];

  constructor(
    readonly books: Books,
    readonly request: { readonly id: string | null; readonly idempotency_key: string | null },
    private readonly pendingWebhooks: number,
  ) {}

  happened(type: string, object: Event['data']['object']): void {
    const event: Event = {
      id: newId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: epochSeconds(),
      data: { object },
      livemode: false,
      pending_webhooks: this.pendingWebhooks,
      request: this.request,
      type,
    };
    this.events.push(this.books.put('events', event));
  }
}
