// What the relay and the consumer need from a store. Adapters for PostgreSQL and MongoDB live in kernel/stores/.
import type { EventKind, OutboxEvent } from './event.js';

/** The outbox table or collection of one subgraph. */
export interface OutboxSource {
  /**
   * Takes the relay's lock, hands the next events (at most `limit`, commit order) to `publish`, and advances only
   * when `publish` resolved: at-least-once. Answers how many were published; 0 also when another relay holds the lock.
   */
  drain(publish: (events: readonly OutboxEvent[]) => Promise<void>, limit: number): Promise<number>;
  /** Publishes again everything that occurred since then: for a Redis that lost its memory. */
  rewind(since: Date): Promise<void>;
}

/** One reaction to one kind of event, run in a unit of work `U` together with its inbox row. */
export interface Reaction<U> {
  readonly on: EventKind;
  /** Names the reaction within its subgraph: part of the inbox key, so never rename it. */
  readonly name: string;
  react(event: OutboxEvent<never>, unit: U): Promise<void>;
}

/**
 * Runs `effect` in a transaction that also records (reaction, event) as applied; does nothing when it was applied
 * before. Resolves true when the effect ran.
 */
export type ApplyOnce<U> = (reaction: string, eventId: string, effect: (unit: U) => Promise<void>) => Promise<boolean>;
