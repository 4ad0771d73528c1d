// One socket to a subgraph, opened with its first subscription and closed some time after its last.
import { seconds } from '@mosaic/kernel/values/time';
import type { ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import { dropSilent } from './drop-silent.js';
import type { Greeting } from './introduce.js';
import { socketTo } from './socket-to.js';
import { ended, lost, type SourceEnd } from './source-end.js';

const ACK_BUDGET = seconds(2);
const PING_EVERY = seconds(10);
const PONG_PATIENCE = seconds(5);
const LINGER = seconds(5);

export interface RoadSink {
  next(event: ExecutionResult): void;
  /** Once; nothing follows. */
  end(how: SourceEnd): void;
}

export interface Asking {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly extensions: Record<string, unknown> | undefined;
}

export class UpstreamRoad {
  readonly #live = new Set<(how: SourceEnd) => void>();
  readonly #client: ReturnType<typeof createClient>;
  #isConnected = false;
  #linger: NodeJS.Timeout | undefined;

  /** `retired` is called before its socket is closed for want of subscriptions: it may not be asked any more. */
  constructor(
    url: string,
    largestFrame: number,
    { headers, params }: Greeting,
    private readonly retired: () => void,
  ) {
    this.#client = createClient({
      url,
      webSocketImpl: socketTo({ handshakeTimeout: ACK_BUDGET, maxPayload: largestFrame, headers: { ...headers } }),
      // Later than we do: what is asked while it closes its socket would be told that its source was lost.
      lazyCloseTimeout: 2 * LINGER,
      retryAttempts: 0,
      keepAlive: PING_EVERY,
      connectionAckWaitTimeout: ACK_BUDGET,
      connectionParams: () => params() as Record<string, unknown>,
      // Without this, graphql-ws subscribes again after a close with 1000, whatever retryAttempts says.
      on: {
        connected: () => {
          this.#isConnected = true;
        },
        closed: (event) => {
          const how = lost(event, this.#isConnected);
          this.#isConnected = false;
          for (const end of [...this.#live]) end(how);
        },
      },
    });
    dropSilent(this.#client, PONG_PATIENCE);
  }

  async close(): Promise<void> {
    clearTimeout(this.#linger);
    await this.#client.dispose();
  }

  /** Answers with the way to stop, which tells the subgraph at once. */
  ask({ query, operationName, variables, extensions }: Asking, sink: RoadSink): () => void {
    let isOver = false;
    let release = () => {};
    const end = (how: SourceEnd) => {
      if (isOver) return;
      stop();
      sink.end(how);
    };
    const stop = () => {
      isOver = true;
      if (!this.#live.delete(end)) return;
      release();
      this.#closeWhenIdle();
    };
    clearTimeout(this.#linger);
    this.#live.add(end);
    release = this.#client.subscribe<Record<string, unknown>>(
      { query, operationName, variables, ...(extensions && { extensions }) },
      {
        next: (event) => {
          if (!isOver) sink.next(event as ExecutionResult);
        },
        error: (cause) => end(lost(cause, this.#isConnected)),
        complete: () => end(ended),
      },
    );
    return stop;
  }

  #closeWhenIdle(): void {
    if (this.#live.size > 0) return;
    clearTimeout(this.#linger);
    this.#linger = setTimeout(() => {
      this.retired();
      void this.close();
    }, LINGER).unref();
  }
}
