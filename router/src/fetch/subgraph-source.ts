// One subgraph, as the executor sees it: signs the call, gives it what is left of the time, checks the answer, and turns
// every way of failing into one coded error. It never throws, so that the rest of the plan goes on.
import type { GraphQLDataSource } from '@apollo/gateway';
import { type CallerKeys, callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Call } from '../plan/call.js';
import type { SourceAnswer, SourceOptions } from '../plan/gateway-types.js';
import type { RefusalCode } from '../respond/refusals.js';
import { errorOf } from '../respond/refusals.js';
import { withSignal } from './bounded-signal.js';
import type { PostToSubgraph } from './call-subgraph.js';
import { readAnswer } from './read-answer.js';

export interface SubgraphSourceOptions {
  readonly name: string;
  readonly path: string;
  readonly post: PostToSubgraph;
  readonly callerKeys: CallerKeys;
  /** The longest a query may take here; a mutation may use all that is left of its deadline. */
  readonly queryTimeoutMs: number;
  readonly mayStandFor: (asked: string, got: string) => boolean;
}

export function subgraphSource(options: SubgraphSourceOptions): GraphQLDataSource {
  const { name, path, post, callerKeys, queryTimeoutMs, mayStandFor } = options;
  return {
    async process({ request, context }: SourceOptions): Promise<SourceAnswer> {
      const { call } = context as { call: Call };
      const { query = '', variables = {}, operationName } = request;
      const left = call.deadline.remaining();
      const budget = query.startsWith('mutation') ? left : Math.min(left, queryTimeoutMs);
      const body = JSON.stringify({ query, variables, ...(operationName && { operationName }) });
      const claims = {
        audience: name,
        method: 'POST',
        path,
        viewer: call.viewer,
        guest: call.guest,
        locale: call.locale,
        requestId: call.requestId,
        deadline: Date.now() + budget,
      };
      try {
        const raw = await withSignal(budget, call.gone, (signal) =>
          post(body, { [callerHeader]: signCall(callerKeys, claims, body), 'x-request-id': call.requestId }, signal),
        );
        const representations = variables['representations'];
        return readAnswer(raw, Array.isArray(representations) ? representations : null, mayStandFor) as SourceAnswer;
      } catch (error) {
        const isLate = error instanceof DOMException && error.name === 'TimeoutError';
        // A client that left is no news of the subgraph.
        if (!call.gone.aborted) call.log.warning('a subgraph call failed', { subgraph: name, isLate, error });
        return failure(isLate ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE');
      }
    },
  };
}

const failure = (code: RefusalCode) => ({ data: null, errors: [errorOf(code)] }) as unknown as SourceAnswer;
