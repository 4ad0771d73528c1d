// Two subgraphs for a router that is watched: news, with a live stream, and the people who write them. Counts what the
// router has open with them.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compose } from '@mosaic/schema/compose/compose';
import { buildASTSchema, execute, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const sdl = {
  news: `
    type Query { story(id: ID!): Story }
    type Subscription { storyTold(id: ID!, length: Int!): Story! }
    type Story { id: ID!  text: String!  author: Person! }
    type Person @key(fields: "id") { id: ID! }`,
  people: `
    type Query { person(id: ID!): Person }
    type Person @key(fields: "id") { id: ID!  name: String! }`,
};

type Root = Record<string, (args: never) => object>;

const ENTITIES = `
  directive @key(fields: String!) on OBJECT
  scalar _Any
  union _Entity = Person
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;

const story = (id: string, length: number) => ({ id, text: 'a'.repeat(length), author: { id } });
const person = (id: string) => ({ __typename: 'Person', id, name: `Person ${id}` });

export interface Newsroom {
  readonly supergraph: string;
  /** Connections of the router: HTTP ones and sockets. */
  readonly connections: number;
  /** Streams that somebody still listens to. */
  readonly streams: number;
  /** Hangs up connections over which nothing is under way. */
  hangUpIdle(): void;
  stop(): void;
}

export async function openNewsroom(): Promise<Newsroom> {
  let streams = 0;
  const sockets = new Set<object>();
  const root: Root = {
    story: ({ id }: { id: string }) => story(id, 100),
    person: ({ id }: { id: string }) => person(id),
    _entities: ({ representations }: { representations: readonly { id: string }[] }) =>
      representations.map(({ id }) => person(id)),
    storyTold: ({ id, length }: { id: string; length: number }) => {
      streams += 1;
      return oneThenSilence({ storyTold: story(id, length) }, () => {
        streams -= 1;
      });
    },
  };
  const servers = await Promise.all([serve(sdl.news, root, sockets), serve(sdl.people, root, sockets)]);
  const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return {
    supergraph: compose([
      { name: 'news', url: urls[0]!, sdl: LINK + sdl.news },
      { name: 'people', url: urls[1]!, sdl: LINK + sdl.people },
    ]).supergraph,
    get connections() {
      return sockets.size;
    },
    get streams() {
      return streams;
    },
    hangUpIdle() {
      for (const server of servers) server.closeIdleConnections();
    },
    stop() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function serve(types: string, rootValue: Root, sockets: Set<object>): Promise<Server> {
  const schema = buildASTSchema(parse(types + ENTITIES));
  const known = new Map<string, string>();
  const answer = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await execute({ schema, rootValue, document: parse(query), variableValues: variables ?? {} });
    const text = JSON.stringify(result);
    known.set(body, text);
    return text;
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const text = known.get(body) ?? (await answer(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  useServer({ schema, roots: { subscription: rootValue }, subscribe, execute }, new WebSocketServer({ server }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** By hand, because the return() of an async generator would wait for the event that never comes. */
function oneThenSilence<T>(event: T, over: () => void): AsyncIterableIterator<T> {
  let isTold = false;
  let finish: ((last: IteratorResult<T>) => void) | null = null;
  let isOver = false;
  const end: IteratorResult<T> = { value: undefined, done: true };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (isOver) return Promise.resolve(end);
      if (!isTold) {
        isTold = true;
        return Promise.resolve({ value: event, done: false });
      }
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    return() {
      if (!isOver) over();
      isOver = true;
      finish?.(end);
      return Promise.resolve(end);
    },
  };
}
