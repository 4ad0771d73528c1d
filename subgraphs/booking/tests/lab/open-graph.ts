// The built subgraph as the router sees it: signed calls over HTTP, signed subscriptions over one WebSocket per person.
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import { callerHeader, signCall, subscribeBody } from '@mosaic/kernel/identity/caller-assertion';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { announce, type EventKind, streamOf } from '@mosaic/kernel/outbox/event';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { toFields } from '@mosaic/kernel/stores/stream-entry';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll } from 'vitest';
import { WebSocket } from 'ws';
import type { BookingConfig } from '../../src/config.js';
import type { Asker } from '../../src/domain/asker.js';
import { type Overrides, startSubgraph } from '../../src/subgraph.js';
import type { Whatever } from './answer.js';
import { Ear } from './ear.js';
import { configFor, HandClock, openDatabase, quiet } from './open-lab.js';

export interface Answer<T = Whatever> {
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

const nobody: Asker = { viewer: null, guest: null };

export class Graph {
  readonly #clients: Client[] = [];

  constructor(
    readonly url: string,
    readonly config: BookingConfig,
    readonly clock: HandClock,
  ) {}

  #sign({ viewer, guest }: Asker, method: string, body: string, budget = 5_000): string {
    const claims = { audience: 'booking', method, path: '/graphql', viewer, guest, locale: 'en' as const };
    const deadline = Date.now() + budget;
    return signCall(this.config.MOSAIC_CALLER_KEYS, { ...claims, requestId: 'test', deadline }, body);
  }

  /** What the asker (null: nobody) gets for an operation. */
  async ask<T = Whatever>(asker: Asker | null, query: string, variables: object = {}): Promise<Answer<T>> {
    const body = JSON.stringify({ query, variables });
    const assertion = this.#sign(asker ?? nobody, 'POST', body);
    const headers = { 'content-type': 'application/json', [callerHeader]: assertion };
    const response = await fetch(this.url, { method: 'POST', headers, body });
    return (await response.json()) as Answer<T>;
  }

  /** The entity as the router would enter it, null when the asker may not. `fields` is a selection. */
  async entity(asker: Asker | null, typename: string, key: object, fields = 'id'): Promise<Whatever> {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { ${fields} } } }`;
    const { data } = await this.ask(asker, query, { of: [{ __typename: typename, ...key }] });
    return data?._entities[0] ?? null;
  }

  /** Runs a mutation with its one input; throws when it is refused. */
  async run(asker: Asker | null, name: string, input: object, fields: string): Promise<Whatever> {
    const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${title}Input!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
    const { data, errors } = await this.ask(asker, query, { input });
    if (errors || data[name].userErrors.length > 0) throw new Error(JSON.stringify({ data, errors }));
    return data[name];
  }

  /** The code with which a mutation is refused, as data or as an error; null when it is not. */
  async refusalOf(asker: Asker | null, name: string, input: object): Promise<string | null> {
    const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${title}Input!) { ${name}(input: $input) { userErrors { code } } }`;
    const { data, errors } = await this.ask(asker, query, { input });
    return errors?.[0]?.extensions.code ?? data[name].userErrors[0]?.code ?? null;
  }

  /** Listens on a socket of its own. */
  listen<T = Whatever>(asker: Asker | null, query: string, variables: Record<string, unknown> = {}): Ear<T> {
    const client = createClient({
      url: this.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: () => ({ caller: this.#sign(nobody, 'WS', '') }),
    });
    this.#clients.push(client);
    // A short budget: whatever happens later must not depend on the deadline of the beginning.
    const caller = this.#sign(asker ?? nobody, 'SUBSCRIBE', subscribeBody(query, variables), 500);
    return new Ear<T>(client, { query, variables, extensions: { caller } });
  }

  /** Another subgraph announces something, on its stream. */
  async announced<P>(subgraph: string, kind: EventKind<P>, key: string, payload: P): Promise<void> {
    const redis = connectRedis(this.config.REDIS_URL.reveal(), 'commands', quiet);
    await redis.xadd(streamOf(subgraph), '*', ...toFields(announce(kind, key, payload, this.clock.now())));
    redis.disconnect();
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
    const redis = scope.own(await startRedis({}), (open) => open.stop());
    const config = configFor(await openDatabase(scope), redis.url);
    const clock = new HandClock();
    const { url } = await startSubgraph(scope, config, { log: quiet, clock, ...overrides });
    graph = scope.own(new Graph(url, config, clock), (open) => open.close());
  });
  afterAll(() => scope.close());
  return () => graph;
}
