// A subscription under way, whatever transport carries it to the client: WebSocket, SSE or multipart.
import type { GraphQLError } from 'graphql';

/** One event as it leaves, masked: the JSON text of an execution result. Encoded once for all who hear it. */
export interface EventText {
  readonly text: string;
  /** The same in UTF-8; made when first asked for. */
  readonly bytes: Buffer;
  /** From which the stream can be resumed after this event, when the client selected it. */
  readonly cursor: string | null;
}

export type StreamEnd =
  | { readonly kind: 'completed' }
  /** Masked: ready to be shown. */
  | { readonly kind: 'failed'; readonly errors: readonly GraphQLError[] };

/** Where a transport takes its events from the stream. */
export interface EventSink {
  /** In order, one at a time. A transport whose client does not read must leave; it may not wait. */
  next(event: EventText): void;
  /** Once; nothing follows. */
  end(how: StreamEnd): void;
}

export interface EventStream {
  /** Asks the source. Answers with the way to leave, which acts at once and may be taken more than once. */
  open(sink: EventSink): () => void;
}
