// Both executors over subgraphs that say exactly what a test wrote down.
import { Supergraph } from '@apollo/federation-internals';
import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { openExecutor } from '../../../src/plan/open-executor.js';
import { composeGraph } from '../graphs/compose-graph.js';
import type { SmallGraph } from '../graphs/small-graph.js';
import { callOf } from './call-of.js';
import { Stock } from './stock.js';

/** The answers of each subgraph, in the order in which it is asked: as they are, or made of the text of the query. */
export type Script = Readonly<Record<string, readonly (object | ((query: string) => object))[]>>;

export interface Told {
  readonly data: unknown;
  /** Message and path. */
  readonly errors: readonly Placed[];
  /** The same of `extensions.valueCompletion`. */
  readonly completion: readonly Placed[];
}

type Placed = readonly [message: string, path: readonly (string | number)[] | undefined];

export async function askBoth(graph: SmallGraph, query: string, script: Script): Promise<{ ours: Told; stock: Told }> {
  const sdl = composeGraph(graph);
  const operation = { document: parse(query, { noLocation: true }), variables: {} };
  const next = follow(script);
  const open = (name: string) => ({ name, ask: async (body: string) => JSON.parse(next(name, JSON.parse(body))) });
  const ours = await openExecutor(sdl, open).execute(operation, callOf(0));
  const again = follow(script);
  const stock = await new Stock(Supergraph.build(sdl, { validateSupergraph: false })).execute(operation, again);
  return { ours: told({ ...ours, data: JSON.parse(ours.data ?? 'null') }), stock: told(stock) };
}

function follow(script: Script): (subgraph: string, request: { readonly query: string }) => string {
  const asked = new Map<string, number>();
  return (subgraph, { query }) => {
    const turn = asked.get(subgraph) ?? 0;
    asked.set(subgraph, turn + 1);
    const answer = script[subgraph]?.[turn];
    if (!answer) throw new Error(`${subgraph} was asked more often than the test has answers for`);
    return JSON.stringify(typeof answer === 'function' ? answer(query) : answer);
  };
}

const told = ({ data, errors = [], extensions }: Pick<ExecutionResult, 'data' | 'errors' | 'extensions'>): Told => ({
  data: JSON.parse(JSON.stringify(data ?? null)),
  errors: errors.map(placed),
  completion: ((extensions?.['valueCompletion'] ?? []) as GraphQLError[]).map(placed),
});

const placed = ({ message, path }: GraphQLError): Placed => [message, path];
