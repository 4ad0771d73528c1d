// Two plain subgraphs of one small graph: people, and the messages that they write.
import { composeServices } from '@apollo/composition';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { parse } from 'graphql';
import { type Heard, type PlainSubgraph, startPlainSubgraph } from './plain-subgraph.js';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])';

export const peopleSdl = `${FEDERATION}
  type Query { person(id: ID!): Person people: [Person!]! peopleHeard: String failing: String slow: String strict: String }
  type Mutation { rename(id: ID!, name: String!): Person }
  type Person @key(fields: "id") { id: ID! name: String heard: String }`;

export const messagesSdl = `${FEDERATION}
  type Query { messages: [Message!]! messagesHeard: String }
  type Subscription { messageAdded: Message! typing: String heardOnce: String }
  type Message @key(fields: "id") { id: ID! body: String! author: Person }
  type Person @key(fields: "id") { id: ID! nickname: String }`;

/** What a subgraph heard, in one line. */
const lineOf = ({ over, headers, extensions, params }: Heard): string =>
  JSON.stringify({
    over,
    authorization: headers.authorization ?? null,
    tenant: headers['x-tenant'] ?? null,
    params: params ?? extensions?.['connectionParams'] ?? null,
  });

export interface Chat {
  readonly people: PlainSubgraph;
  readonly messages: PlainSubgraph;
  /** The supergraph; other SDLs may be composed in place of the subgraphs' own. */
  supergraph(other?: { people?: string; messages?: string }): string;
  /** Says it to everybody who follows messageAdded. */
  say(id: string, authorId?: string): void;
  /** Streams that follow messageAdded or typing now. */
  readonly followers: number;
  /** What the field slow waits for; nothing at first. */
  delay: () => Promise<void>;
  /** How many wait for it. */
  waiting: number;
}

export async function startChat(scope: Scope): Promise<Chat> {
  const names = new Map([
    ['ada', 'Ada'],
    ['bob', 'Bob'],
  ]);
  const personOf = ({ id }: { id: string }, heard: Heard) =>
    names.has(id) ? { id, name: names.get(id), heard: lineOf(heard) } : null;
  const people = await startPlainSubgraph(scope, peopleSdl, {
    person: personOf as never,
    Person: personOf as never,
    people: (_, heard) => [...names.keys()].map((id) => personOf({ id }, heard)),
    peopleHeard: (_, heard) => lineOf(heard),
    failing: () => {
      throw Object.assign(new Error('out of stock'), { extensions: { code: 'OUT_OF_STOCK', stacktrace: ['secret'] } });
    },
    async slow() {
      chat.waiting += 1;
      await chat.delay();
      chat.waiting -= 1;
      return 'at last';
    },
    strict: () => null,
    rename: (({ id, name }: { id: string; name: string }, heard: Heard) => {
      names.set(id, name);
      return personOf({ id }, heard);
    }) as never,
  });

  const followers = new Set<(message: object) => void>();
  const messageOf = (id: string, authorId = 'ada') => ({
    id,
    body: `message ${id}`,
    author: { id: authorId, nickname: `nick-${authorId}` },
  });
  const messages = await startPlainSubgraph(scope, messagesSdl, {
    messages: () => [messageOf('1'), messageOf('2', 'bob')],
    messagesHeard: (_, heard) => lineOf(heard),
    Message: (({ id }: { id: string }) => messageOf(id)) as never,
    Person: (({ id }: { id: string }) => ({ id, nickname: `nick-${id}` })) as never,
    messageAdded: () => follow(followers, 'messageAdded'),
    typing: () => follow(followers, 'typing'),
    async *heardOnce(_: never, heard: Heard) {
      yield { heardOnce: lineOf(heard) };
    },
  });

  const chat: Chat = {
    people,
    messages,
    delay: async () => {},
    waiting: 0,
    supergraph: (other = {}) =>
      compose([
        { name: 'people', url: people.url, sdl: other.people ?? peopleSdl },
        { name: 'messages', url: messages.url, sdl: other.messages ?? messagesSdl },
      ]),
    say(id, authorId) {
      for (const tell of followers) tell(messageOf(id, authorId));
    },
    get followers() {
      return followers.size;
    },
  };
  return chat;
}

/** Throws when they do not compose. */
export function compose(services: readonly { name: string; url: string; sdl: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Events as they are told, until the subscriber leaves. */
function follow(followers: Set<(event: object) => void>, field: string): AsyncIterableIterator<object> {
  const waiting: object[] = [];
  let rouse = () => {};
  let isOver = false;
  const tell = (event: object) => {
    waiting.push({ [field]: field === 'typing' ? JSON.stringify(event) : event });
    rouse();
  };
  followers.add(tell);
  const events: AsyncIterableIterator<object> = {
    [Symbol.asyncIterator]: () => events,
    async next() {
      while (waiting.length === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          rouse = resolve;
        });
      }
      const event = waiting.shift();
      return event ? { value: event, done: false } : { value: undefined, done: true };
    },
    async return() {
      isOver = true;
      followers.delete(tell);
      rouse();
      return { value: undefined, done: true };
    },
  };
  return events;
}
