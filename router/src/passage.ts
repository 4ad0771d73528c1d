// One operation on its way through the router, and what a stage of the pipeline may say about it.
import type { Locale, Viewer } from '@mosaic/kernel/identity/viewer';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Identity } from './admission/token-desk.js';
import type { HttpRequest, HttpResponse } from './edge/exchange.js';
import type { PassedOn } from './plan/call.js';
import type { Outcome } from './plan/executor.js';
import type { Accepted } from './respond/answer-format.js';
import type { ErrorMask } from './respond/mask-errors.js';
import type { RefusalCode, Refused } from './respond/refusals.js';
import type { EventStream } from './subscriptions/event-stream.js';

export type Transport = 'http' | 'websocket';

/** What the client sent. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The socket that an operation came by. */
export interface SocketEnd {
  readonly identity: Identity | null;
}

export interface Passage {
  readonly transport: Transport;
  readonly requestId: string;
  readonly locale: Locale;
  readonly log: Logger;
  /** Whether the client has left meanwhile. */
  readonly hasLeft: boolean;
  /** Absent over WebSocket. */
  readonly http?: { readonly request: HttpRequest; readonly response: HttpResponse };
  /** Absent over HTTP. */
  readonly socket?: SocketEnd;
  // Each of these is filled in by the stage named after it; reading one too early is a bug of the list's order.
  viewer: Viewer | null;
  /** The guest whose token came along; see `Call.guest`. */
  guest: string | null;
  /** Until when a stream may last over HTTP, and whose session ends it; a socket has its own. */
  identity?: Identity | null;
  /** What goes on to subgraphs as it came; nothing, unless the profile says otherwise. */
  passedOn?: PassedOn;
  /** What may leave of an error; `maskErrors`, unless the profile says otherwise. */
  mask?: ErrorMask;
  /** The form of the answer, over HTTP. */
  accepted?: Accepted;
  asked?: Asked;
  document?: DocumentNode;
  operation?: OperationDefinitionNode;
  answer?: Answer;
}

export type Answer =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** What is no answer of GraphQL. */
  | { readonly kind: 'json'; readonly body: object }
  | { readonly kind: 'stream'; readonly events: EventStream };

/** A refusal ends the passage; 'answered' too, because the response was sent; null lets it pass. */
export type Verdict = Refused | 'answered' | null;

export interface Stage {
  readonly name: string;
  readonly over: Transport | 'both';
  readonly refuses: readonly RefusalCode[];
  admit(passage: Passage): Verdict | Promise<Verdict>;
}

/** Walks the stages that concern this transport, in order, until one does not let the passage through. */
export async function walk(stages: readonly Stage[], passage: Passage): Promise<Verdict> {
  for (const stage of stages) {
    if (stage.over !== 'both' && stage.over !== passage.transport) continue;
    const given = stage.admit(passage);
    const verdict = given instanceof Promise ? await given : given; // most stages know at once
    if (verdict) return verdict;
  }
  return null;
}

/** What an earlier stage filled in. Throws when it did not: the list is in the wrong order. */
export function filled<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the pipeline read "${name}" before it was filled in`);
  return value;
}
