// A federated subscription: the source stream of the owning subgraph, each event completed for this viewer.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { days } from '@mosaic/kernel/values/time';
import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import type { Answer, Asked, SocketEnd } from '../passage.js';
import type { Call } from '../plan/call.js';
import { type Executor, isStreamPlan, type Outcome, type StreamPlan } from '../plan/executor.js';
import { maskErrors } from '../respond/mask-errors.js';
import { EventQueue } from './event-queue.js';
import { cursorOf } from './find-cursor.js';
import type { Upstream } from './upstream.js';

export type StreamOpener = (
  operation: Asked & { readonly document: DocumentNode },
  call: Call,
  socket: SocketEnd,
) => Promise<Answer>;

export function streamOpener(
  executor: Executor,
  upstreamOf: (subgraph: string) => Upstream,
  eventBudgetMs: number,
): StreamOpener {
  return async (operation, call, socket) => {
    const planned = await executor.planStream({ ...operation, variables: operation.variables ?? {} }, call);
    if (!isStreamPlan(planned)) return { kind: 'outcome', outcome: planned };
    return {
      kind: 'stream',
      events: follow(planned, upstreamOf(planned.source.subgraph), call, socket, eventBudgetMs),
    };
  };
}

/** Hand-written, because an async generator's return() would wait for its pending next(): leaving must act at once. */
function follow(
  { source, complete }: StreamPlan,
  upstream: Upstream,
  call: Call,
  socket: SocketEnd,
  eventBudgetMs: number,
): AsyncIterableIterator<ExecutionResult> {
  const leaving = new AbortController();
  let offered: string | null = null;
  let taken: string | null = null;
  const queue = new EventQueue<ExecutionResult>(() => {
    leave();
    socket.overflow(taken);
  });
  // An anonymous viewer has no expiry; a day is longer than any socket lives.
  const until = socket.identity?.expiresAt ?? new Date(Date.now() + days(1));
  const stop = upstream.subscribe(source, call, until, {
    next: (event) => queue.push(event),
    end: (how) => (how.kind === 'completed' ? queue.finish() : queue.end(oneMasked(how.error, call))),
  });
  const leave = () => {
    call.gone.removeEventListener('abort', leave);
    leaving.abort();
    queue.end();
    stop();
  };
  call.gone.addEventListener('abort', leave, { once: true });
  if (call.gone.aborted) leave();

  const next = async (): Promise<IteratorResult<ExecutionResult>> => {
    taken = offered ?? taken;
    const event = await queue.take().catch((failure: unknown) => {
      leave(); // graphql-ws calls no return() after a failed next()
      throw failure;
    });
    if (event === null) {
      leave();
      return { value: undefined, done: true };
    }
    const during: Call = { ...call, gone: leaving.signal, deadline: Deadline.in(eventBudgetMs) };
    const result = resultOf(await complete(event, during), call);
    offered = cursorOf(result);
    queue.offered();
    return { value: result, done: false };
  };

  const events: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => events,
    next,
    return: async () => {
      leave();
      return { value: undefined, done: true };
    },
  };
  return events;
}

const resultOf = ({ data, errors, extensions }: Outcome, { log, requestId }: Call): ExecutionResult => ({
  ...(data !== undefined && { data: JSON.parse(data) }),
  ...(errors.length > 0 && { errors: maskErrors(errors, log, requestId) }),
  ...(extensions && { extensions }),
});

const oneMasked = (error: GraphQLError, { log, requestId }: Call) => maskErrors([error], log, requestId)[0];
