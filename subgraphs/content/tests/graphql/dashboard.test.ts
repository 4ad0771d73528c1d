// What admins see counted is what the store holds; statistics are what a reader with a pencil would find.
import { randomUUID } from 'node:crypto';
import { later } from '@mosaic/kernel/values/time';
import { intervalOf } from '@mosaic/schema/period';
import { createConnection } from 'mongoose';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Whatever } from '../lab/answer.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { createGroup, run, send } from '../lab/operations.js';

let now = new Date('2026-03-01T00:00:00.000Z');
const graph = openGraph({ clock: { now: () => now } });
const admin: Asker = { ...person(), role: 'ADMIN' };
const ada = person();
const hour = 3_600_000;
const begin = now;

const FIELDS = 'postCount messageCount alertCount';
async function dashboard(viewer: Asker | null, period: string): Promise<Whatever> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on AdminDashboard { ${FIELDS} } } }`;
  const { data } = await graph().ask(viewer, query, { of: [{ __typename: 'AdminDashboard', period }] });
  return data._entities[0];
}
const newMonitor = async (): Promise<string> =>
  (await run(graph(), ada, 'createMonitor', { name: 'Pulse', unit: 'bpm' }, 'monitor { id }')).monitor.id;
const record = (monitorId: string, value: number, at: Date) =>
  run(graph(), ada, 'recordReading', { monitorId, value, at, idempotencyKey: randomUUID() }, 'reading { id }');

test('each count is the number of rows of the period, its beginning in and its end out', async () => {
  const roomId = await createGroup(graph(), ada, []);
  const monitorId = await newMonitor();
  const rule = { monitorId, comparison: 'GT', threshold: 10 };
  await run(graph(), ada, 'createAlertRule', rule, 'alertRule { id }');
  for (let n = 0; n < 6; n += 1) {
    now = later(begin, n * hour);
    const input = { idempotencyKey: randomUUID(), body: `${n}` };
    const { post } = await run(graph(), ada, 'createPost', input, 'post { id }');
    if (n === 2) await run(graph(), ada, 'deletePost', { postId: post.id }, 'postId');
    const { id: messageId } = await send(graph(), ada, roomId, 'x');
    await run(graph(), ada, 'addReaction', { messageId, emoji: '👍' }, 'message { id }');
    await record(monitorId, n % 2 ? 20 : 5, now);
  }
  const within = (from: number, to: number) =>
    intervalOf({ from: later(begin, from * hour), to: later(begin, to * hour) });
  expect(await dashboard(admin, within(0, 6))).toEqual({ postCount: 5, messageCount: 6, alertCount: 3 });
  expect(await dashboard(admin, within(1, 5))).toEqual({ postCount: 3, messageCount: 4, alertCount: 2 });
  expect(await dashboard(admin, within(6, 7))).toEqual({ postCount: 0, messageCount: 0, alertCount: 0 });

  const connection = await createConnection(graph().config.MONGODB_URL.reveal()).asPromise();
  const [from, to] = [later(begin, hour), later(begin, 5 * hour)];
  const isWithin = (at: Date) => at >= from && at < to;
  const rows = async (name: string, moment: string, kind?: string) =>
    (await connection.collection(name).find().toArray()).filter(
      (row) => isWithin(row[moment]) && (kind === undefined || row['kind'] === kind),
    ).length;
  const counted = [
    await rows('posts', 'createdAt'),
    await rows('room_events', 'at', 'MESSAGE'),
    await rows('alerts', 'openedAt'),
  ];
  await connection.close();
  expect(Object.values(await dashboard(admin, within(1, 5)))).toEqual(counted);
});

test('a dashboard is for admins, and its period one of ours', async () => {
  const period = intervalOf({ from: begin, to: later(begin, hour) });
  for (const viewer of [ada, { ...ada, role: 'COACH' }, null]) expect(await dashboard(viewer, period)).toBeNull();
  const nothing = { postCount: null, messageCount: null, alertCount: null };
  for (const odd of ['', 'x/y', `${period}/`, '2026-02-01/2026-01-01'])
    expect(await dashboard(admin, odd)).toEqual(nothing);
});

test('statistics of any window equal those of a loop over the readings', async () => {
  const monitorId = await newMonitor();
  const end = now;
  const readings = Array.from({ length: 60 }, (_, n) => ({
    value: Math.round(Math.sin(n) * 1_000) / 8,
    at: new Date(end.getTime() - ((n * 7_919) % 48) * hour),
  }));
  await Promise.all(readings.map(({ value, at }) => record(monitorId, value, at)));
  for (const hours of [1, 5, 24, 47, 48, 720]) {
    const query = `{ monitor(id: "${monitorId}") { stats(window: "PT${hours}H") { count min max avg } } }`;
    const { data } = await graph().ask(ada, query);
    const inside = readings.filter(({ at }) => at > later(end, -hours * hour) && at <= end).map(({ value }) => value);
    expect(data.monitor.stats).toEqual({
      count: inside.length,
      min: Math.min(...inside),
      max: Math.max(...inside),
      avg: expect.closeTo(inside.reduce((sum, value) => sum + value, 0) / inside.length, 9),
    });
  }
  for (const window of ['P3661D', 'PT0S', 'P1M', 'x']) {
    const { errors } = await graph().ask(
      ada,
      `{ monitor(id: "${monitorId}") { stats(window: "${window}") { count } } }`,
    );
    expect(errors?.[0]?.extensions.code).toMatch(/^(BAD_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
  }
});

test('statistics of several monitors in one question: each its own, and nothing for one without readings', async () => {
  const [one, two, three] = [await newMonitor(), await newMonitor(), await newMonitor()];
  await record(one, 1, now);
  await record(two, 2, now);
  const stats = (id: string, alias: string) =>
    `${alias}: monitor(id: "${id}") { day: stats(window: "P1D") { count max } week: stats(window: "P1W") { count avg } }`;
  const { data } = await graph().ask(ada, `{ ${stats(one, 'one')} ${stats(two, 'two')} ${stats(three, 'three')} }`);
  expect(data).toEqual({
    one: { day: { count: 1, max: 1 }, week: { count: 1, avg: 1 } },
    two: { day: { count: 1, max: 2 }, week: { count: 1, avg: 2 } },
    three: { day: { count: 0, max: null }, week: { count: 0, avg: null } },
  });
});
