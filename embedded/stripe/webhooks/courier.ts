// Carries events to the webhook endpoint: signed, again and again with growing pauses until it answers 2xx. Tests may
// ask for several copies, hold deliveries back, and let them go in another order.
import { setTimeout as pause } from 'node:timers/promises';
import { epochSeconds } from '../objects/new-id.js';
import type { Event } from '../objects/shapes.js';
import type { Books } from '../store/books.js';
import { signWebhook } from './sign.js';

const LONGEST_WAIT_MS = 10_000;
const ANSWER_WITHIN_MS = 10_000;

export interface CourierOptions {
  readonly url: string | undefined;
  readonly secret: string;
  /** The pause after the first failure; doubles with each, up to 10 s. */
  readonly firstPauseMs: number;
}

export class Courier {
  /** How often each event is delivered, from now on. */
  copies = 1;
  /** Every delivery waits so long first. */
  delayMs = 0;
  #isHeld = false;
  #held: Event[] = [];
  readonly #stopped = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly books: Books,
    private readonly options: CourierOptions,
  ) {}

  /** Events whose delivery a stop or a crash cut short. */
  resume(): void {
    for (const event of this.books.events.values()) if (event.pending_webhooks > 0) this.send(event);
  }

  send(event: Event): void {
    if (this.options.url === undefined) return;
    if (this.#isHeld) this.#held.push(event);
    else for (let copy = 0; copy < this.copies; copy++) this.#start(event);
  }

  /** Nothing leaves any more, until `release`. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Lets go what was held, `copies` times each, in the order that `arrange` gives. Answers how many deliveries began. */
  release(arrange: (deliveries: Event[]) => Event[] = (deliveries) => deliveries): number {
    this.#isHeld = false;
    const deliveries = arrange(this.#held.flatMap((event) => Array<Event>(this.copies).fill(event)));
    this.#held = [];
    for (const event of deliveries) this.#start(event);
    return deliveries.length;
  }

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.settled();
  }

  #start(event: Event): void {
    const work = this.#deliver(event).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #deliver(event: Event): Promise<void> {
    const { signal } = this.#stopped;
    try {
      if (this.delayMs > 0) await pause(this.delayMs, undefined, { signal });
      for (
        let wait = this.options.firstPauseMs;
        !(await this.#isTaken(event));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      )
        await pause(wait, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return; // the next start resumes it
      throw error;
    }
    this.books.put('events', { ...event, pending_webhooks: 0 });
    this.books.keep();
  }

  async #isTaken(event: Event): Promise<boolean> {
    const body = JSON.stringify(event, null, 2);
    const { signal } = this.#stopped;
    signal.throwIfAborted();
    try {
      const answer = await fetch(this.options.url!, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signWebhook(body, this.options.secret, epochSeconds()),
        },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false; // nobody there, or too slow: tried again
    }
  }
}
