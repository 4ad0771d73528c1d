// The built subgraph as the router sees it: signed calls over HTTP, signed subscriptions over one WebSocket per person.

import { callerHeader, signCall, subscribeBody } from '@mosaic/kernel/identity/caller-assertion';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll } from 'vitest';
import { WebSocket } from 'ws';
import type { ContentConfig } from '../../src/config.js';
import type { Asker } from '../../src/data/asker.js';
import { type Overrides, startSubgraph } from '../../src/subgraph.js';
import type { Whatever } from './answer.js';
import { Ear } from './ear.js';
import { configFor, log } from './open-lab.js';
import { openMongo, openRedis } from './stores.js';

export interface Answer<T = Whatever> {
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export class Graph {
  readonly #clients: Client[] = [];

  constructor(
    readonly url: string,
    readonly config: ContentConfig,
  ) {}

  #sign(viewer: Asker | null, method: string, body: string, budget = 5_000): string {
    const claims = { audience: 'content', method, path: '/graphql', viewer, locale: 'en' as const };
    const deadline = Date.now() + budget;
    return signCall(this.config.MOSAIC_CALLER_KEYS, { ...claims, requestId: 'test', deadline }, body);
  }

  /** What the viewer (null: nobody) gets for an operation. */
  async ask<T = Whatever>(viewer: Asker | null, query: string, variables: object = {}): Promise<Answer<T>> {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json', [callerHeader]: this.#sign(viewer, 'POST', body) };
    const response = await fetch(this.url, { method: 'POST', headers, body });
    return (await response.json()) as Answer<T>;
  }

  /** The entity as the router would enter it, null when the viewer may not. `fields` is a selection. */
  async entity(viewer: Asker | null, typename: string, id: string, fields = 'id'): Promise<Whatever> {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { ${fields} } } }`;
    const { data } = await this.ask(viewer, query, { of: [{ __typename: typename, id }] });
    return data?._entities[0] ?? null;
  }

  /** Listens on a socket of its own. */
  listen<T = Whatever>(viewer: Asker | null, query: string, variables: Record<string, unknown> = {}): Ear<T> {
    const client = createClient({
      url: this.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: () => ({ caller: this.#sign(null, 'WS', '') }),
    });
    this.#clients.push(client);
    // A short budget: whatever happens later must not depend on the deadline of the beginning.
    const caller = this.#sign(viewer, 'SUBSCRIBE', subscribeBody(query, variables), 500);
    return new Ear<T>(client, { query, variables, extensions: { caller } });
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
  }
}

/** Starts before the first test of the file and stops after the last. */
export function openGraph(overrides: Overrides = {}): () => Graph {
  const scope = new Scope();
  let graph: Graph;
  beforeAll(async () => {
    const config = configFor(await openMongo(scope), await openRedis(scope));
    const { url } = await startSubgraph(scope, config, { log, ...overrides });
    graph = scope.own(new Graph(url, config), (open) => open.close());
  });
  afterAll(() => scope.close());
  return () => graph;
}
