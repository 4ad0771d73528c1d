// One supergraph with simulated subgraphs, and both executors over them.
import { Supergraph } from '@apollo/federation-internals';
import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { parse, validate } from 'graphql';
import type { Subgraph } from '../../../src/fetch/subgraph.js';
import type { Executor, Operation } from '../../../src/plan/executor.js';
import { openExecutor } from '../../../src/plan/open-executor.js';
import type { Written } from '../generate/write-operation.js';
import { canonical } from '../simulate/canonical.js';
import { readSubgraphs } from '../simulate/read-subgraphs.js';
import { SimulatedSubgraphs } from '../simulate/simulated-subgraphs.js';
import { callOf } from './call-of.js';
import { differences } from './differences.js';
import { Stock } from './stock.js';
import type { Tally } from './tally.js';
import { WatchedRequests } from './watch-requests.js';

export interface World {
  readonly schema: Executor['schema'];
  /** Parses what was written; throws when clients could not ask it. */
  operationOf(written: Written): Operation;
  /** Whether our plan is not Apollo's. */
  isMended(operation: Operation): boolean;
  /** Runs an operation with both executors, over subgraphs of this seed; one at a time. Empty when they agree. */
  compare(operation: Operation, seed: number): Promise<string[]>;
}

export function openWorld(sdl: string, tally: Tally): World {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: false });
  const simulated = new SimulatedSubgraphs(readSubgraphs(supergraph));
  const stock = new Stock(supergraph);
  let requests = new WatchedRequests();
  const open = (name: string): Subgraph => ({
    name,
    ask: async (text, kind, { requestId }) => {
      const body = JSON.parse(text);
      return requests.watch(name, kind, body, () => JSON.parse(simulated.answer(name, Number(requestId), body)));
    },
  });
  const ours = openExecutor(sdl, open);
  return {
    schema: stock.schema,
    operationOf: (written) => {
      const { query, ...asked } = written;
      tally.operation(written);
      const document = parse(query, { noLocation: true });
      const [complaint] = validate(stock.schema, document);
      if (complaint) throw new Error(`the suite wrote an invalid operation: ${complaint.message}\n${query}`);
      return { document, ...asked };
    },
    // A mended plan sends other requests, on which other faults strike: the tests of the mending compare those.
    isMended: (operation) => ours.explain(operation) !== prettyFormatQueryPlan(stock.planOf(operation)),
    compare: async (operation, seed) => {
      requests = new WatchedRequests();
      const mutations: string[] = [];
      const [own, apollo] = await Promise.all([
        ours.execute(operation, callOf(seed)),
        stock.execute(operation, (subgraph, request) => {
          const { representations } = request.variables as { representations?: readonly unknown[] };
          if (representations) tally.representations(representations.map(canonical));
          if (request.query.startsWith('mutation')) mutations.push(subgraph);
          return simulated.answer(subgraph, seed, request);
        }),
      ]);
      tally.outcome(apollo);
      if (mutations.length > 1) tally.add('mutations in turn');
      return [...differences(own, apollo), ...requests.differences(mutations)];
    },
  };
}
