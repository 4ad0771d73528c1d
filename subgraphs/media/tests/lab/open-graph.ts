// The built subgraph as the router sees it: signed operations, signed requests for bytes.
import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import { GrantSeal } from '@mosaic/kernel/identity/grant';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Connection } from 'mongoose';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll } from 'vitest';
import type { MediaConfig } from '../../src/config.js';
import type { Asker } from '../../src/data/asker.js';
import { type Overrides, startSubgraph } from '../../src/subgraph.js';
import type { Whatever } from './answer.js';
import { configFor, log } from './open-lab.js';
import { openMongo, openRedis } from './stores.js';

export interface Answer<T = Whatever> {
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export class Graph {
  readonly origin: string;
  readonly grants: GrantSeal;

  constructor(
    readonly url: string,
    readonly config: MediaConfig,
    /** A look behind the subgraph's back. */
    readonly store: Connection,
  ) {
    this.origin = new URL(url).origin;
    this.grants = new GrantSeal(config.MOSAIC_CURSOR_KEY);
  }

  /** The router's word for one request. */
  sign(viewer: Asker | null, method: string, path: string, body = ''): string {
    const claims = { audience: 'media', method, path, viewer, locale: 'en' as const, requestId: 'test' };
    return signCall(this.config.MOSAIC_CALLER_KEYS, { ...claims, deadline: Date.now() + 20_000 }, body);
  }

  /** What the viewer (null: nobody) gets for an operation. */
  async ask<T = Whatever>(viewer: Asker | null, query: string, variables: object = {}): Promise<Answer<T>> {
    const body = JSON.stringify({ query, variables });
    const caller = this.sign(viewer, 'POST', '/graphql', body);
    const headers = { 'content-type': 'application/json', [callerHeader]: caller };
    const response = await fetch(this.url, { method: 'POST', headers, body });
    return (await response.json()) as Answer<T>;
  }

  /** The entity as the router would enter it, null when the viewer may not. */
  async entity(viewer: Asker | null, typename: string, key: object, fields = 'id'): Promise<Whatever> {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { ${fields} } } }`;
    const { data } = await this.ask(viewer, query, { of: [{ __typename: typename, ...key }] });
    return data?._entities[0] ?? null;
  }

  /** A request under /media/ as the router passes it on. */
  fetch(viewer: Asker | null, path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const headers = { ...init.headers, [callerHeader]: this.sign(viewer, init.method ?? 'GET', path) };
    return fetch(this.origin + path, { ...init, headers });
  }

  /** How many chunks, files, loose files and open tickets there are. */
  async left(): Promise<{ chunks: number; files: number; loose: number; tickets: number }> {
    const count = (name: string) => this.store.collection(name).countDocuments();
    return {
      chunks: await count('fs.chunks'),
      files: await count('fs.files'),
      loose: await count('loose_files'),
      tickets: await count('upload_tickets'),
    };
  }
}

/** Starts before the first test of the file and stops after the last. */
export function openGraph(overrides: Overrides = {}, settings: NodeJS.ProcessEnv = {}): () => Graph {
  const scope = new Scope();
  let graph: Graph;
  beforeAll(async () => {
    const config = configFor(await openMongo(scope), await openRedis(scope), settings);
    const { url } = await startSubgraph(scope, config, { log, ...overrides });
    const store = await createConnection(config.MONGODB_URL.reveal()).asPromise();
    graph = new Graph(
      url,
      config,
      scope.own(store, (open) => open.close()),
    );
  });
  afterAll(() => scope.close());
  return () => graph;
}
