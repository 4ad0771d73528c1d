// Federated subscriptions: the source stream of the owning subgraph, each event completed for those who may share it.
import { days } from '@mosaic/kernel/values/time';
import type { DocumentNode } from 'graphql';
import type { Answer, Asked } from '../passage.js';
import type { Call } from '../plan/call.js';
import { type Executor, isStreamPlan, type StreamSource } from '../plan/executor.js';
import type { ErrorMask } from '../respond/mask-errors.js';
import { LiveStreams } from './live-streams.js';
import type { Upstream } from './upstream.js';

export interface StreamTerms {
  /** When the token that the viewer came with expires; null for an anonymous one. */
  readonly until: Date | null;
  readonly mask: ErrorMask;
}

type StreamOperation = Asked & { readonly document: DocumentNode };

export type StreamOpener = (operation: StreamOperation, call: Call, terms: StreamTerms) => Promise<Answer>;

/** Longer than any socket of an anonymous viewer lives. */
const NO_EXPIRY = days(1);

export function streamOpener(
  executor: Executor,
  upstreamOf: (subgraph: string) => Upstream,
  eventBudgetMs: number,
  streams: LiveStreams = new LiveStreams(),
): StreamOpener {
  return async (operation, call, { until, mask }) => {
    const plan = await executor.planStream({ ...operation, variables: operation.variables ?? {} }, call);
    if (!isStreamPlan(plan)) return { kind: 'outcome', outcome: plan };
    const key = keyOf(operation, plan.source, call, until);
    const parts = () => ({
      document: operation.document,
      plan,
      upstream: upstreamOf(plan.source.subgraph),
      call,
      until: until ?? new Date(Date.now() + NO_EXPIRY),
      mask,
      eventBudgetMs,
    });
    return { kind: 'stream', events: { open: (sink) => streams.under(key, parts()).join(sink, call) } };
  };
}

/** Two streams of one key see the same: the same access, source and life, completed and written in the same way. */
const keyOf = (operation: StreamOperation, source: StreamSource, call: Call, until: Date | null): string =>
  JSON.stringify([
    call.access,
    source.subgraph,
    source.query,
    source.variables,
    operation.query,
    operation.operationName ?? '',
    operation.variables ?? {},
    until?.getTime() ?? null,
  ]);
