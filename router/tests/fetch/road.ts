// A road to one subgraph that does what a test says: real HTTP, no router around it.
import type { ServerResponse } from 'node:http';
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { afterEach, beforeEach } from 'vitest';
import type { Counts } from '../../src/fetch/counts.js';
import { openSubgraphs, type SubgraphSettings, type Subgraphs } from '../../src/fetch/open-subgraphs.js';
import type { Subgraph, SubgraphAnswer } from '../../src/fetch/subgraph.js';
import { type Call, nothingPassedOn } from '../../src/plan/call.js';
import { type RawSubgraph, rawSubgraph, sendJson } from '../lab/raw-subgraph.js';

export const BODY = '{"query":"{ me }"}';

export interface Road {
  /** What the far end does; answers `{"data":{"me":1}}` unless told. */
  answer: RawSubgraph['answer'];
  readonly far: RawSubgraph;
  /** The bodies it received. */
  readonly received: string[];
  readonly counts: Readonly<Counts>;
  /** Lines that were logged, parsed. */
  readonly lines: Record<string, unknown>[];
  readonly subgraph: Subgraph;
  ask(asked?: Partial<Asked>): Promise<SubgraphAnswer>;
  /** A call with so much time. */
  call(over?: Partial<Call> & { ms?: number; gone?: AbortSignal }): Call;
  /** As the router does when it ends. */
  close(): Promise<void>;
  /** Opens other roads, by name, that share what a router's roads share; to the far end unless a URL is given. */
  open(settings?: Partial<SubgraphSettings>): Subgraphs & { to(name: string, url?: string): Subgraph };
}

interface Asked {
  readonly body: string;
  readonly kind: 'query' | 'mutation';
  readonly call: Call;
}

export const answerMe = (response: ServerResponse): void => sendJson(response, { data: { me: 1 } });
export const answerStatus = (status: number) => (response: ServerResponse) => void response.writeHead(status).end();

export const codesOf = (answer: SubgraphAnswer) => answer.errors?.map(({ extensions }) => extensions?.['code']);

/** One road for each test of a file. */
export function useRoad(settings: Partial<SubgraphSettings> = {}): Road {
  const road = {} as { -readonly [K in keyof Road]: Road[K] };
  let scope: Scope;
  beforeEach(async () => {
    scope = new Scope();
    Object.assign(road, { answer: answerMe, received: [], lines: [] });
    const far = await rawSubgraph((response, body, request) => {
      road.received.push(body);
      road.answer(response, body, request);
    });
    road.far = scope.own(far, (subgraph) => subgraph.stop());
    road.close = () => scope.close();
    layRoad(road, scope, settings);
  });
  afterEach(() => scope.close());
  return road;
}

function layRoad(road: { -readonly [K in keyof Road]: Road[K] }, scope: Scope, given: Partial<SubgraphSettings>): void {
  const log = createLogger('router', 'DEBUG', { write: (line) => void road.lines.push(JSON.parse(line)) });
  const usual: SubgraphSettings = {
    urls: {},
    vouchFor: () => ({ headersFor: () => [] }),
    openUpstream: () => ({ subscribe: () => () => {} }),
    connections: 8,
    queryTimeoutMs: 2_000,
    largestAnswer: 8 * 1024 * 1024,
    sharesInFlight: true,
    flights: new Set(),
  };
  road.open = (over = {}) => {
    const subgraphs = openSubgraphs(scope, { ...usual, ...given, ...over }, log);
    return { ...subgraphs, to: (name, url = road.far.url) => subgraphs.open(name, url) };
  };
  const subgraphs = road.open();
  const subgraph = subgraphs.to('far');
  road.subgraph = subgraph;
  road.counts = subgraphs.countsOf('far') as Counts;
  road.call = ({ ms = 5_000, gone, ...over } = {}) => ({
    viewer: null,
    guest: null,
    locale: 'en',
    requestId: 'r-1',
    passedOn: nothingPassedOn,
    access: 'ada',
    log,
    deadline: Deadline.in(ms),
    ...over,
    get hasLeft() {
      return gone?.aborted ?? false;
    },
  });
  road.ask = ({ body = BODY, kind = 'query', call = road.call() } = {}) => subgraph.ask(body, kind, call);
}
