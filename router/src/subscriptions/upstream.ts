// The live road to one subgraph: one graphql-ws socket carries the subscriptions of all viewers. The socket's start is
// signed, and so is each subscribe message, which names its own viewer.
import { type CallerKeys, signCall, subscribeBody } from '@mosaic/kernel/identity/caller-assertion';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import type { ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import { LARGEST_ANSWER } from '../fetch/call-subgraph.js';
import type { Call } from '../plan/call.js';
import type { StreamSource } from '../plan/executor.js';
import { dropSilent } from './drop-silent.js';
import { socketTo } from './socket-to.js';
import { ended, lost, type SourceEnd } from './source-end.js';

const PATH = '/graphql';
const ACK_BUDGET = seconds(2);
const PING_EVERY = seconds(10);
const LINGER = seconds(5);

export interface Sink {
  next(event: ExecutionResult): void;
  /** Once; nothing follows. */
  end(how: SourceEnd): void;
}

export interface Upstream {
  /**
   * Subscribes for this call's viewer until `until`; answers with the way to stop, which tells the subgraph at once.
   * Never subscribes again by itself: a gap must be seen, so that the client resumes by its cursor.
   */
  subscribe(source: StreamSource, call: Call, until: Date, sink: Sink): () => void;
}

interface UpstreamOptions {
  readonly subgraph: string;
  readonly url: string;
  readonly callerKeys: CallerKeys;
  readonly log: Logger;
}

export function openUpstream(scope: Scope, { subgraph, url, callerKeys, log }: UpstreamOptions): Upstream {
  const live = new Set<(how: SourceEnd) => void>();
  let isConnected = false;
  const sign = (
    claims: Pick<Call, 'viewer' | 'guest' | 'locale' | 'requestId'>,
    method: string,
    deadline: number,
    body: string,
  ) => signCall(callerKeys, { ...claims, audience: subgraph, method, path: PATH, deadline }, body);

  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: socketTo({ handshakeTimeout: ACK_BUDGET, maxPayload: LARGEST_ANSWER }),
    lazyCloseTimeout: LINGER,
    retryAttempts: 0,
    keepAlive: PING_EVERY,
    connectionAckWaitTimeout: ACK_BUDGET,
    connectionParams: () => ({
      caller: sign({ viewer: null, guest: null, locale: 'en', requestId: 'socket' }, 'WS', Date.now() + ACK_BUDGET, ''),
    }),
    // Without this, graphql-ws subscribes again after a close with 1000, whatever retryAttempts says.
    on: {
      connected: () => {
        isConnected = true;
      },
      closed: (event) => {
        const how = lost(event, isConnected);
        isConnected = false;
        for (const end of [...live]) end(how);
      },
    },
  });
  dropSilent(client, seconds(5));
  scope.defer(() => client.dispose());

  return {
    subscribe({ query, operationName, variables }, call, until, sink) {
      const { viewer, guest, locale, requestId } = call;
      const body = subscribeBody(query, variables);
      const caller = sign({ viewer, guest, locale, requestId }, 'SUBSCRIBE', until.getTime(), body);
      let isOver = false;
      let release = () => {};
      const end = (how: SourceEnd) => {
        if (isOver) return;
        isOver = true;
        live.delete(end);
        release();
        if (how.kind === 'failed') log.warning('a live source ended', { subgraph, requestId, error: how.cause });
        sink.end(how);
      };
      live.add(end);
      release = client.subscribe<Record<string, unknown>>(
        { query, operationName, variables: { ...variables }, extensions: { caller } },
        {
          next: (event) => {
            if (!isOver) sink.next(event as ExecutionResult);
          },
          error: (cause) => end(lost(cause, isConnected)),
          complete: () => end(ended),
        },
      );
      return () => {
        isOver = true;
        live.delete(end);
        release();
      };
    },
  };
}
