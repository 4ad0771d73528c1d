// One call to a subgraph: vouches for it, gives it what is left of the time, checks the answer, and turns every way of
// failing into one coded error. It never throws, so that the rest of the plan goes on.
import type { Call } from '../plan/call.js';
import type { RefusalCode } from '../respond/refusals.js';
import { errorOf } from '../respond/refusals.js';
import { withSignal } from './bounded-signal.js';
import type { PostToSubgraph } from './call-subgraph.js';
import { readAnswer } from './read-answer.js';
import type { Subgraph, SubgraphAnswer } from './subgraph.js';

/** The headers that tell a subgraph who asks, for one call with this exact body. */
export type Vouch = (call: Call, body: string, deadline: number) => Record<string, string>;

export interface SubgraphOptions {
  readonly name: string;
  readonly post: PostToSubgraph;
  readonly vouch: Vouch;
  /** The longest a query may take here; a mutation may use all that is left of its deadline. */
  readonly queryTimeoutMs: number;
}

export function openSubgraph({ name, post, vouch, queryTimeoutMs }: SubgraphOptions): Subgraph {
  return {
    name,
    async ask(body, kind, call) {
      const left = call.deadline.remaining();
      const budget = kind === 'mutation' ? left : Math.min(left, queryTimeoutMs);
      try {
        const raw = await withSignal(budget, call.gone, (signal) =>
          post(body, { ...vouch(call, body, Date.now() + budget), 'x-request-id': call.requestId }, signal),
        );
        return readAnswer(raw);
      } catch (error) {
        const isLate = error instanceof DOMException && error.name === 'TimeoutError';
        // A client that left is no news of the subgraph.
        if (!call.gone.aborted) call.log.warning('a subgraph call failed', { subgraph: name, isLate, error });
        return failure(isLate ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE');
      }
    },
  };
}

const failure = (code: RefusalCode): SubgraphAnswer => ({ data: null, errors: [errorOf(code)] });
