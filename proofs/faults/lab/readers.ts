// A crowd of clients that want what two subgraphs have, one of which is ill, and that know what they may be answered: the
// whole, or all but the ill one's part, with one error that says nothing but its code. Anything else is thrown.
import { setTimeout as pass } from 'node:timers/promises';
import { KeptConnection } from '../../load/wire/kept-connection.js';

const MESSAGES = {
  SUBGRAPH_UNAVAILABLE: 'A part of the graph is unavailable at the moment.',
  SUBGRAPH_TIMEOUT: 'A part of the graph did not answer in time.',
};

/** All of them ask `books`, which is well; `healthy` does not ask `reviews`. */
const ERRANDS = {
  query: {
    query: 'query Both($id: ID!) { book(id: $id) { id title stars } }',
    whole: (id: string) => ({ book: { id, title: `Book ${id}`, stars: 5 } }),
    partial: (id: string) => ({ book: { id, title: `Book ${id}`, stars: null } }),
  },
  mutation: {
    query: 'mutation Both($id: ID!) { lend(id: $id) review(id: $id) }',
    whole: (id: string) => ({ lend: id, review: id }),
    partial: (id: string) => ({ lend: id, review: null }),
  },
  healthy: {
    query: 'query Healthy($id: ID!) { book(id: $id) { id title } }',
    whole: (id: string) => ({ book: { id, title: `Book ${id}` } }),
    partial: () => null,
  },
};

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export type Kind = keyof typeof ERRANDS;

export interface Visit {
  readonly kind: Kind;
  /** Epoch milliseconds. */
  readonly askedAt: number;
  readonly ms: number;
  /** Why a part is missing; null when nothing is. */
  readonly code: string | null;
}

let lastId = 0;

/** The body of one such request, with an id that nobody had before. */
export function errand(kind: Kind): { id: string; body: string } {
  lastId += 1;
  const id = String(lastId);
  return { id, body: JSON.stringify({ query: ERRANDS[kind].query, variables: { id } }) };
}

/** Throws when the answer is none of those that are allowed. */
export async function visit(connection: KeptConnection, kind: Kind): Promise<Visit> {
  const { id, body } = errand(kind);
  const [askedAt, began] = [Date.now(), performance.now()];
  const text = await connection.post(body);
  return { kind, askedAt, ms: performance.now() - began, code: codeOf(kind, id, text) };
}

function codeOf(kind: Kind, id: string, text: string): string | null {
  const { whole, partial } = ERRANDS[kind];
  const { errors, data, ...rest } = JSON.parse(text) as {
    errors?: { extensions?: { requestId?: unknown } }[];
    data: unknown;
  };
  const requestId = String(errors?.[0]?.extensions?.requestId);
  const said = JSON.stringify([data, errors, rest]);
  if (said === JSON.stringify([whole(id), undefined, {}])) return null;
  for (const [code, message] of Object.entries(MESSAGES)) {
    const error = { message, extensions: { code, requestId } };
    const isMasked = UUID.test(requestId) && said === JSON.stringify([partial(id), [error], {}]);
    if (isMasked && kind !== 'healthy') return code;
  }
  throw new Error(`an answer that is not allowed to ${kind} ${id}: ${text.slice(0, 500)}`);
}

export interface Crowd {
  readonly port: number;
  readonly clients: number;
  /** Each client asks again so long after it was answered. */
  readonly pauseMs: number;
  /** What each asks by turns. */
  readonly kinds: readonly Kind[];
}

/** Sends them for so long; resolves when the last one was answered, rejects when one was answered wrongly. */
export async function sendCrowd({ port, clients, pauseMs, kinds }: Crowd, forMs: number): Promise<Visit[]> {
  const visits: Visit[] = [];
  let until = performance.now() + forMs;
  const one = async (client: number) => {
    await pass((client / clients) * pauseMs);
    const connection = await KeptConnection.open(`http://127.0.0.1:${port}/graphql`, 'reader');
    for (let asked = client; performance.now() < until; asked += 1) {
      visits.push(await visit(connection, kinds[asked % kinds.length] ?? 'query'));
      await pass(pauseMs);
    }
    connection.close();
  };
  const all = await Promise.allSettled(
    Array.from({ length: clients }, (_, client) =>
      one(client).catch((error) => {
        until = 0;
        throw error;
      }),
    ),
  );
  const failed = all.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return visits;
}
