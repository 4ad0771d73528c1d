// The built subgraph as the router sees it: signed calls over HTTP. Beside it its rooms, for what tests prepare.

import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { afterAll, beforeAll } from 'vitest';
import type { CoursesConfig } from '../../src/config.js';
import { type OpenCourses, type Overrides, openCourses, startSubgraph } from '../../src/subgraph.js';
import type { Whatever } from './answer.js';
import { configFor, log } from './open-lab.js';
import { openMongo, openRedis } from './stores.js';

export interface Answer {
  data?: Whatever;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export class Graph {
  constructor(
    readonly url: string,
    readonly config: CoursesConfig,
    readonly rooms: OpenCourses,
  ) {}

  /** What the viewer (null: nobody, or the guest) gets for an operation. */
  async ask(
    viewer: Viewer | null,
    query: string,
    variables: object = {},
    guest: string | null = null,
  ): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const at = { audience: 'courses', method: 'POST', path: '/graphql', locale: 'en' as const, requestId: 'test' };
    const claims = { ...at, viewer, guest, deadline: Date.now() + 5_000 };
    const caller = signCall(this.config.MOSAIC_CALLER_KEYS, claims, body);
    const headers = { 'content-type': 'application/json', [callerHeader]: caller };
    const response = await fetch(this.url, { method: 'POST', headers, body });
    return (await response.json()) as Answer;
  }

  /** The entity as the router would enter it, null when the viewer may not. `fields` is a selection. */
  async entity(viewer: Viewer | null, typename: string, key: string, fields = 'id'): Promise<Whatever> {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { ${fields} } } }`;
    const name = typename === 'AdminDashboard' ? 'period' : 'id';
    const { data, errors } = await this.ask(viewer, query, { of: [{ __typename: typename, [name]: key }] });
    if (errors) throw new Error(JSON.stringify(errors));
    return data._entities[0];
  }

  /** What a mutation answers; its refusals are data. */
  async run(viewer: Viewer | null, name: string, input: object, fields: string, guest: string | null = null) {
    const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${title}Input!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
    const { data, errors } = await this.ask(viewer, query, { input }, guest);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name] as Whatever;
  }
}

/** Starts before the first test of the file and stops after the last. */
export function openGraph(overrides: Overrides = {}): () => Graph {
  const scope = new Scope();
  let graph: Graph;
  beforeAll(async () => {
    const config = configFor(await openMongo(scope), await openRedis(scope));
    const rooms = await openCourses(scope, config, { log, ...overrides });
    const { url } = await startSubgraph(scope, config, { log, ...overrides });
    graph = new Graph(url, config, rooms);
  });
  afterAll(() => scope.close());
  return () => graph;
}
