// Facts one subgraph tells the others. A kind has a past-tense name, a version and a payload schema (schema/events/).
import { v7 } from 'uuid';
import type { z } from 'zod';

export interface EventKind<P = unknown> {
  readonly name: string;
  readonly version: number;
  readonly payload: z.ZodType<P>;
}

export interface OutboxEvent<P = unknown> {
  /** A UUIDv7; consumers apply each id once. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** What the event is about (an id); events of one key keep their order. */
  readonly key: string;
  readonly occurredAt: Date;
  readonly payload: P;
}

export const defineEvent = <P>(name: string, version: number, payload: z.ZodType<P>): EventKind<P> => ({
  name,
  version,
  payload,
});

/** An event ready for the outbox. Throws when the payload does not fit its schema: that is a bug. */
export function announce<P>(kind: EventKind<P>, key: string, payload: P, occurredAt: Date): OutboxEvent<P> {
  return { id: v7(), name: kind.name, version: kind.version, key, occurredAt, payload: kind.payload.parse(payload) };
}

export const isKind = <P>(kind: EventKind<P>, event: OutboxEvent): event is OutboxEvent<P> =>
  event.name === kind.name && event.version === kind.version;

/** The Redis Stream that carries a subgraph's events. */
export const streamOf = (subgraph: string): string => `events:${subgraph}`;
