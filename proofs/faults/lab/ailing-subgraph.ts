// Two subgraphs over plain HTTP: `books` is always well, `reviews` is as ill as it is told to be, and counts what reaches it.
import { EventEmitter } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { compose } from '@mosaic/schema/compose/compose';
import { type Ailment, isWell } from './ailments.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const BOOKS = `
  type Query { book(id: ID!): Book }
  type Mutation { lend(id: ID!): String }
  type Book @key(fields: "id") { id: ID!  title: String }`;
const REVIEWS = `
  type Mutation { review(id: ID!): String }
  type Book @key(fields: "id") { id: ID!  stars: Int }`;

/** Every operation of these proofs has an id of its own, a number, which goes on to each subgraph. */
const ID = /"(\d+)"/;

export interface AilingSubgraph {
  readonly supergraph: string;
  readonly port: number;
  /** When calls arrived (epoch milliseconds), the earliest first. */
  readonly arrivals: readonly number[];
  /** Calls that are not answered and not given up. */
  readonly open: number;
  /** How often operations of a kind arrived at most, each by itself. */
  mostOften(kind: 'query' | 'mutation'): number;
  /** From now on. */
  fall(ailment: Ailment): void;
  /** `arrived` and `left`, both with the id of the operation. */
  readonly events: EventEmitter;
  stop(): void;
}

export async function openAilingSubgraph(): Promise<AilingSubgraph> {
  const arrivals: number[] = [];
  const often = { query: new Map<string, number>(), mutation: new Map<string, number>() };
  const events = new EventEmitter();
  let [ailment, number, open] = [isWell, 0, 0];

  const books = await serve(async (request, response) => {
    const body = await text(request);
    const id = ID.exec(body)?.[1] ?? '';
    const data = body.includes('lend') ? { lend: id } : { book: { __typename: 'Book', id, title: `Book ${id}` } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  const reviews = await serve(async (request, response) => {
    const body = await text(request).catch(() => '');
    const id = ID.exec(body)?.[1];
    if (id === undefined) return; // given up before it was sent whole
    const kind = body.includes('_entities') ? 'query' : 'mutation';
    const data = kind === 'query' ? { _entities: [{ __typename: 'Book', stars: 5 }] } : { review: id };
    arrivals.push(Date.now());
    often[kind].set(id, (often[kind].get(id) ?? 0) + 1);
    open += 1;
    response.once('close', () => {
      open -= 1;
      events.emit('left', id);
    });
    ailment(response, JSON.stringify({ data }), number++);
    events.emit('arrived', id);
  });
  const urls = [books, reviews].map((server) => `http://127.0.0.1:${portOf(server)}/graphql`);
  return {
    supergraph: compose([
      { name: 'books', url: urls[0]!, sdl: LINK + BOOKS },
      { name: 'reviews', url: urls[1]!, sdl: LINK + REVIEWS },
    ]).supergraph,
    port: portOf(reviews),
    arrivals,
    get open() {
      return open;
    },
    mostOften: (kind) => [...often[kind].values()].reduce((most, count) => Math.max(most, count), 0),
    fall(next) {
      ailment = next;
      number = 0;
    },
    events,
    stop() {
      for (const server of [books, reviews]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
