// Listening to a subscription the way a careful client does: remember the last eventId, and after a death of the
// socket subscribe again `after` it.
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { eventually } from './eventually.js';
import type { Person } from './person.js';

export interface LiveEvent {
  eventId: string;
  occurredAt: string;
}

export interface Ear<E extends LiveEvent> {
  /** Every event received, in order of arrival. */
  readonly events: E[];
  /** Errors that ended a subscription, and close events of sockets. */
  readonly endings: unknown[];
  /** Kills the socket without a goodbye, as a dead network would. */
  kill(): void;
  /** Leaves politely and stops listening. */
  leave(): void;
  /** Resolves once the subscription is heard to be attached: does `stir` until something is heard. */
  attached(stir: () => Promise<unknown>): Promise<void>;
  /** The same, but an ending is an answer too. */
  settled(stir: () => Promise<unknown>): Promise<void>;
  /** Resolves when `enough` holds; throws with what was heard after `budgetMs`. */
  until(enough: (events: readonly E[]) => boolean, budgetMs?: number): Promise<void>;
}

interface Options {
  document: string;
  variables?: Record<string, unknown>;
  /** An eventId to begin behind. */
  after?: string;
  /** Whether to connect without a token. */
  isAnonymous?: boolean;
  /** Whether to subscribe again after the socket died. */
  resumes?: boolean;
  /** Where to reconnect; by default always the same router. */
  routers?: readonly string[];
}

/** The document must take `$after: ID` and select eventId and occurredAt of its single root field. */
export function listen<E extends LiveEvent>(person: Person, options: Options): Ear<E> {
  const { document, variables, after, resumes, routers, isAnonymous = false } = options;
  const events: E[] = [];
  const endings: unknown[] = [];
  const waiting = new Set<() => void>();
  let client: Client | undefined;
  let socket: WebSocket | undefined;
  let isOver = false;
  let attempts = 0;

  const notify = () => {
    for (const check of waiting) check();
  };

  function open(): void {
    if (isOver) return;
    const router = routers?.[attempts++ % routers.length];
    client = (router ? person.at(router) : person).socket((opened) => {
      socket = opened;
    }, isAnonymous);
    client.subscribe<Record<string, E>>(
      { query: document, variables: { ...variables, after: events.at(-1)?.eventId ?? after ?? null } },
      { next: hear, error: (ending) => ended(ending), complete: () => ended('complete') },
    );
  }

  function hear({ data, errors }: FormattedExecutionResult<Record<string, E>, unknown>): void {
    if (errors) endings.push(errors);
    const event = Object.values(data ?? {})[0];
    if (event) events.push(event);
    notify();
  }

  function ended(ending: unknown): void {
    endings.push(ending);
    if (resumes && !isOver) setTimeout(open, 20);
    notify();
  }

  open();
  return {
    events,
    endings,
    kill: () => socket?.terminate(),
    leave() {
      isOver = true;
      void client?.dispose();
    },
    async attached(stir) {
      await eventually(stir, () => events.length > 0);
    },
    async settled(stir) {
      await eventually(stir, () => events.length + endings.length > 0);
    },
    until(enough, budgetMs = 15_000) {
      return new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          waiting.delete(check);
          clearTimeout(timer);
          act();
        };
        const check = () => {
          if (enough(events)) settle(resolve);
        };
        const complain = () =>
          reject(new Error(`heard ${events.length} events, endings ${JSON.stringify(endings.slice(-3))}`));
        const timer = setTimeout(() => settle(complain), budgetMs);
        waiting.add(check);
        check();
      });
    },
  };
}
