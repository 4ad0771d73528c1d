// Pages of messages in both directions and around an anchor, and how many questions to the store a page costs.
import 'reflect-metadata';
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Message } from '../../src/domain/message.js';
import type { Room } from '../../src/domain/room.js';
import { contextIn } from '../../src/graphql/context.js';
import { schemaParts } from '../../src/graphql/schema.js';
import { openDirectRoom } from '../../src/use-cases/open-direct-room.js';
import type { Whatever } from '../lab/answer.js';
import { granted, group, say } from '../lab/chat.js';
import { log, openLab, person } from '../lab/open-lab.js';

const lab = openLab();
const [ada, ben] = [person(), person()];
const said: Message[] = [];
let schema: GraphQLSchema;
let room: Room;

beforeAll(async () => {
  ({ schema } = await buildSubgraph(schemaParts));
  room = await group(lab.rooms(), ada, ben);
  for (let n = 1; n <= 25; n += 1) said.push(await say(lab.rooms(), n % 2 ? ada : ben, room, `${n}`));
});

async function ask(viewer: Asker, query: string, variables: Record<string, unknown> = {}): Promise<Whatever> {
  const call = { viewer, guest: null, locale: 'en', requestId: 'test', deadline: Deadline.in(5_000), log } as const;
  const contextValue = contextIn(lab.rooms())(call);
  const { data, errors } = (await graphql({
    schema,
    source: query,
    variableValues: variables,
    contextValue,
  })) as ExecutionResult;
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return data;
}

const PAGE = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $around: ID) {
  room(id: $id) { messages(first: $first, after: $after, last: $last, before: $before, around: $around) {
    edges { cursor node { seq } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }
}`;
async function page(args: Record<string, unknown>) {
  const { messages } = (await ask(ada, PAGE, { id: room.id, ...args })).room;
  const { hasPreviousPage, hasNextPage, ...cursors } = messages.pageInfo;
  return { seqs: messages.edges.map(({ node }: Whatever) => node.seq), hasPreviousPage, hasNextPage, ...cursors };
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('forwards and backwards, pages of ten tile the whole without gap or repetition', async () => {
  const one = await page({ first: 10 });
  const two = await page({ first: 10, after: one.endCursor });
  const three = await page({ first: 10, after: two.endCursor });
  expect([one, two, three].map(({ seqs }) => seqs)).toEqual([range(1, 10), range(11, 20), range(21, 25)]);
  expect([one, two, three].map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false]);
  const last = await page({ last: 10 });
  const before = await page({ last: 10, before: last.startCursor });
  const first = await page({ last: 10, before: before.startCursor });
  expect([last, before, first].map(({ seqs }) => seqs)).toEqual([range(16, 25), range(6, 15), range(1, 5)]);
  expect([last, before, first].map(({ hasPreviousPage }) => hasPreviousPage)).toEqual([true, true, false]);
});

test.each([
  [13, 5, range(11, 15), true, true],
  [1, 5, range(1, 5), false, true],
  [2, 5, range(1, 5), false, true],
  [25, 5, range(21, 25), true, false],
  [13, 1, [13], true, true],
  [13, 25, range(1, 25), false, false],
  [13, 100, range(1, 25), false, false],
])('around message %i, a page of %i', async (anchor, first, seqs, hasPreviousPage, hasNextPage) => {
  expect(await page({ first, around: said[anchor - 1]!.id })).toMatchObject({ seqs, hasPreviousPage, hasNextPage });
});

test('from a page around an anchor one goes on in both directions', async () => {
  const middle = await page({ first: 5, around: said[12]!.id });
  expect((await page({ first: 3, after: middle.endCursor })).seqs).toEqual([16, 17, 18]);
  expect((await page({ last: 3, before: middle.startCursor })).seqs).toEqual([8, 9, 10]);
});

test.each([
  [{}, 'BAD_INPUT'],
  [{ first: 1, last: 1 }, 'BAD_INPUT'],
  [{ first: 0 }, 'BAD_INPUT'],
  [{ first: 101 }, 'BAD_INPUT'],
  [{ first: 1, after: 'x' }, 'BAD_CURSOR'],
  [{ last: 5, around: 'anchor' }, 'BAD_INPUT'],
  [{ first: 5, around: 'anchor' }, 'NOT_FOUND'],
])('%j is refused with %s', async (args, code) => {
  await expect(page(args)).rejects.toMatchObject({ refusal: { code } });
});

test('an anchor in another room of the viewer is no anchor here', async () => {
  const other = granted(await openDirectRoom(lab.rooms(), ada, { userId: ben.id }));
  const elsewhere = await say(lab.rooms(), ada, other, 'elsewhere');
  await expect(page({ first: 5, around: elsewhere.id })).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
});

/** The collections asked while `work` runs. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const { base } = lab.rooms().connection;
  const questions: string[] = [];
  base.set('debug', (collection: string, method: string) => questions.push(`${collection}.${method}`));
  await work();
  base.set('debug', false);
  return questions.sort((a, b) => a.localeCompare(b));
}

test('a page of messages with authors and rooms is two questions; a page of rooms with counts and last messages four', async () => {
  const messages = `query ($id: ID!) { room(id: $id) { messages(last: 20) { edges { node { author { id } room { id } } } } } }`;
  expect(await asked(() => ask(ada, messages, { id: room.id }))).toEqual(['room_events.find', 'rooms.find']);
  for (let n = 0; n < 20; n += 1) await say(lab.rooms(), ben, await group(lab.rooms(), ben, ada), `room ${n}`);
  const entity = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { rooms(first: 20) { edges { node {
    unreadCount viewerReadMarker lastMessage { body author { id } }
  } } } } } }`;
  let answer: Whatever;
  const questions = await asked(async () => {
    answer = await ask(ada, entity, { of: [{ __typename: 'User', id: ada.id }] });
  });
  expect(questions).toEqual(['room_events.aggregate', 'room_events.find', 'room_members.find', 'rooms.find']);
  const nodes = answer._entities[0].rooms.edges.map(({ node }: Whatever) => node);
  expect(nodes[0]).toEqual({
    unreadCount: 1,
    viewerReadMarker: 0,
    lastMessage: { body: 'room 19', author: { id: ben.id } },
  });
  expect(nodes).toHaveLength(20);
});

test('who has read a message: the others whose marker reached it', async () => {
  const query = `query ($id: ID!, $upTo: ID!) { room(id: $id) { messages(around: $upTo, first: 1) { edges { node {
    readBy(first: 5) { edges { node { user { id } } } }
  } } } } }`;
  const readersOf = async (message: Message) =>
    (await ask(ada, query, { id: room.id, upTo: message.id })).room.messages.edges[0].node.readBy.edges;
  expect(await readersOf(said[0]!)).toEqual([]);
  const mark = 'mutation ($input: MarkRoomReadInput!) { markRoomRead(input: $input) { room { unreadCount } } }';
  const { markRoomRead } = await ask(ben, mark, { input: { roomId: room.id, upTo: said[10]!.id } });
  expect(markRoomRead).toEqual({ room: { unreadCount: 7 } });
  expect(await readersOf(said[10]!)).toEqual([{ node: { user: { id: ben.id } } }]);
  expect(await readersOf(said[12]!)).toEqual([]);
});

test('monitors: statistics by duration, the newest reading, and windows that are none', async () => {
  const create = 'mutation { createMonitor(input: { name: "Sleep", unit: "h" }) { monitor { id } } }';
  const { id } = (await ask(ada, create)).createMonitor.monitor;
  const record =
    'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { reading { value } userErrors { code } } }';
  for (const [n, value] of [7, 8.5, 6].entries()) {
    const at = new Date(Date.now() - n * 86_400_000 * 5 - 60_000);
    const input = { monitorId: id, value, at, idempotencyKey: crypto.randomUUID() };
    expect((await ask(ada, record, { input })).recordReading).toEqual({ reading: { value }, userErrors: [] });
  }
  const stats = (window: string) =>
    ask(
      ada,
      `{ monitor(id: "${id}") { latest { value } stats(window: "${window}") { count min max avg } owner { id } } }`,
    );
  expect((await stats('P7D')).monitor).toEqual({
    latest: { value: 7 },
    stats: { count: 2, min: 7, max: 8.5, avg: 7.75 },
    owner: { id: ada.id },
  });
  await expect(stats('P1Y')).rejects.toMatchObject({ refusal: { code: 'BAD_INPUT' } });
});
