// A subscription under way, whatever transport carries it to the client: WebSocket, SSE or multipart.
import type { GraphQLError } from 'graphql';

/** One event as it leaves, masked: the JSON text of an execution result. Encoded once for all who hear it. */
export interface EventText {
  /** In UTF-8; made when first asked for. */
  readonly bytes: Buffer;
  /** From which the stream can be resumed after this event, when the client selected it. */
  readonly cursor: string | null;
  /** The WebSocket frame of a `next` message under this operation id; the same buffer while the same id asks. */
  frameFor(id: string): Buffer;
}

export type StreamEnd =
  | { readonly kind: 'completed' }
  /**
   * Masked: ready to be shown. `isSlow`: events were not taken in time; the client may resume after the last it has,
   * so a transport that can say where that is says so.
   */
  | { readonly kind: 'failed'; readonly errors: readonly GraphQLError[]; readonly isSlow?: boolean };

/** Where a transport takes its events from the stream. */
export interface EventSink {
  /** In order, one at a time. A transport whose client does not read must leave; it may not wait. */
  next(event: EventText): void;
  /** Once; nothing follows. Never after leaving. */
  end(how: StreamEnd): void;
  /**
   * Asked between two events while nobody shares the source: a promise that settles when the next may come (also when
   * the client left), or null for at once. A backlog then waits with us (8,192 events, 8 MiB) as long as the client
   * reads at all, and is not poured into its socket.
   */
  pace?(): Promise<void> | null;
}

export interface EventStream {
  /** Asks the source; once. Answers with the way to leave, which acts at once and may be taken more than once. */
  open(sink: EventSink): () => void;
}
