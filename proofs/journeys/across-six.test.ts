// All six rooms are one house: one query, one live event and one dashboard cross them all; and with two of them dead
// the others still answer.
import type { Period } from '@mosaic/schema/period';
import { beforeAll, expect, test } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { type Ear, type LiveEvent, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import type { Person } from '../lab/person.js';
import { type Answer, post } from '../lab/post.js';
import { countInStores } from './count-in-stores.js';
import { type Bought, beginDay, buyAndLearn, type Day } from './one-day.js';

const world = openWorld();
let day: Day;
let bought: Bought;
let ear: Ear<LiveEvent>;

const ITEM = `item {
  __typename
  ... on ProductVariant { sku product { name } }
  ... on Appointment { status coach { headline user { displayName } } }
  ... on Course { title viewerEnrollment { status } }
}`;
const OF_ORDER = `... on Order {
  buyer { displayName avatar { kind variants { name } } }
  payment { status }
  lines { quantity status ${ITEM} }
}`;

const CROSSING = `query ($orderId: ID!, $courseId: ID!) {
  me {
    displayName
    posts(first: 1) { edges { node { body attachments { media { id owner { displayName } variants { url } } } } } }
  }
  order(id: $orderId) { buyer { displayName avatar { kind variants { name } } } payment { status } lines { quantity status ${ITEM} } }
  course(id: $courseId) {
    coach { user { displayName } offerings { name price { decimal } } }
    viewerEnrollment { progress certificate { code holder { displayName } } }
  }
}`;

const DASHBOARD = `query ($period: PeriodInput!) {
  adminDashboard(period: $period) {
    signUpCount activeUserCount
    appointmentCount eventCount
    orderCount revenue { amountMinor currency }
    postCount messageCount alertCount
    enrollmentCount certificateCount
    uploadCount uploadBytes
  }
}`;
beforeAll(async () => {
  day = await beginDay(world.current);
  const document = `subscription ($after: ID) {
    notificationAdded(after: $after) { eventId occurredAt notification { kind subject { __typename ${OF_ORDER} } } }
  }`;
  const { me } = await day.ada.ask<{ me: { latestNotificationEventId: string } }>(
    '{ me { latestNotificationEventId } }',
  );
  ear = listen<LiveEvent>(day.ada, { document, after: me.latestNotificationEventId });
  bought = await buyAndLearn(day);
}, 120_000);

const askAs = ({ session }: Person, query: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
  post(day.router, query, { variables, token: session.accessToken });

/** Where something is null. */
function nullsIn(value: unknown, path = ''): string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, part]) => nullsIn(part, `${path}.${key}`));
}

/** The order as its buyer sees it, with what four other subgraphs know of its lines and its buyer. */
const orderSeen = () => ({
  buyer: { displayName: 'Ada', avatar: { kind: 'IMAGE', variants: expect.arrayContaining([{ name: 'avatar64' }]) } },
  payment: { status: 'SUCCEEDED' },
  lines: expect.arrayContaining([
    {
      quantity: 2,
      status: 'CONFIRMED',
      item: {
        __typename: 'ProductVariant',
        sku: expect.stringMatching(/^MAT-/),
        product: { name: expect.any(String) },
      },
    },
    {
      quantity: 1,
      status: 'CONFIRMED',
      item: {
        __typename: 'Appointment',
        status: 'CONFIRMED',
        coach: { headline: 'Breathing', user: { displayName: 'Coach' } },
      },
    },
    {
      quantity: 1,
      status: 'CONFIRMED',
      item: { __typename: 'Course', title: expect.stringMatching(/^Breathe/), viewerEnrollment: { status: 'ACTIVE' } },
    },
  ]),
});

test('one live event has fields of all six', async () => {
  type Told = LiveEvent & { notification: { kind: string; subject: unknown } };
  const ofOrder = (events: readonly LiveEvent[]) =>
    (events as Told[]).find(({ notification }) => notification.kind === 'ORDER_CONFIRMED');
  await ear.until((events) => ofOrder(events) !== undefined);
  ear.leave();
  expect(ofOrder(ear.events)?.notification.subject).toEqual({ __typename: 'Order', ...orderSeen() });
});

test('one query crosses all six, and every field of it is there', async () => {
  const { data, codes } = await askAs(day.ada, CROSSING, { orderId: bought.orderId, courseId: day.course.courseId });
  expect(codes).toEqual([]);
  expect(nullsIn(data)).toEqual([]);
  expect(data.order).toEqual(orderSeen());
  expect(data.me).toMatchObject({
    displayName: 'Ada',
    posts: {
      edges: [
        { node: { body: 'The sea', attachments: [{ media: { id: day.mediaId, owner: { displayName: 'Ada' } } }] } },
      ],
    },
  });
  expect(data.course).toMatchObject({
    coach: { user: { displayName: 'Coach' }, offerings: [{ name: 'An hour', price: { decimal: '60.00' } }] },
    viewerEnrollment: { progress: 1, certificate: { holder: { displayName: 'Ada' } } },
  });
});

test('node and nodes find a record of each of the six', async () => {
  const { ada, postId, mediaId } = day;
  const { appointmentId, orderId, enrollmentId } = bought;
  const ids = [ada.id, postId, appointmentId, orderId, enrollmentId, mediaId];
  const fields = `__typename id
    ... on User { displayName } ... on Post { body } ... on Appointment { title }
    ... on Order { lines { quantity } } ... on Enrollment { progress } ... on Media { kind }`;
  const { data, codes } = await askAs(ada, `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`, { ids });
  expect(codes).toEqual([]);
  expect(data.nodes).toEqual([
    { __typename: 'User', id: ada.id, displayName: 'Ada' },
    { __typename: 'Post', id: postId, body: 'The sea' },
    { __typename: 'Appointment', id: appointmentId, title: expect.stringContaining('An hour') },
    { __typename: 'Order', id: orderId, lines: expect.arrayContaining([{ quantity: 2 }, { quantity: 1 }]) },
    { __typename: 'Enrollment', id: enrollmentId, progress: 1 },
    { __typename: 'Media', id: mediaId, kind: 'IMAGE' },
  ]);
  const alone = ids.map((id) => askAs(ada, `query ($id: ID!) { node(id: $id) { ${fields} } }`, { id }));
  expect((await Promise.all(alone)).map((answer) => answer.data.node)).toEqual(data.nodes);
});

const around = (): Period => ({ from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) });

test('the dashboard counts what the stores count', async () => {
  const period = around();
  const { data, codes } = await askAs(day.admin, DASHBOARD, { period });
  expect(codes).toEqual([]);
  expect(data.adminDashboard).toEqual(await countInStores(world.current.urls.databases, period));
  expect(data.adminDashboard).toMatchObject({
    ...{ signUpCount: 3, activeUserCount: 3, appointmentCount: 1, eventCount: 1, orderCount: 1 },
    ...{ revenue: [{ amountMinor: bought.total, currency: 'EUR' }], postCount: 2, messageCount: 3, alertCount: 1 },
    ...{ enrollmentCount: 1, certificateCount: 1, uploadCount: 2 },
  });
  const before = { from: new Date('2020-01-01'), to: new Date('2020-02-01') };
  const quiet = await askAs(day.admin, DASHBOARD, { period: before });
  expect(quiet.data.adminDashboard).toEqual(await countInStores(world.current.urls.databases, before));
  expect(new Set(Object.values({ ...quiet.data.adminDashboard, revenue: 0 }))).toEqual(new Set([0]));
  expect((await askAs(day.ada, DASHBOARD, { period })).codes).toEqual(['FORBIDDEN']);
});

test('without media and commerce the other four count on, nothing is told of why, and they come back by themselves', async () => {
  const { current } = world;
  const period = around();
  const whole = await askAs(day.admin, DASHBOARD, { period });
  for (const name of ['media', 'commerce']) {
    current.child(name).kill('SIGKILL');
    await current.child(name).stop(); // so that it stays dead for a while
  }
  const partial = await askAs(day.admin, DASHBOARD, { period });
  expect([partial.status, partial.data.adminDashboard]).toEqual([
    200,
    { ...whole.data.adminDashboard, uploadCount: null, uploadBytes: null, orderCount: null, revenue: null },
  ]);
  const sentences = partial.errors.map(({ message, extensions: { code } }) => [code, message]);
  const away = ['SUBGRAPH_UNAVAILABLE', 'A part of the graph is unavailable at the moment.'];
  expect(sentences).toEqual([away, away]);

  await Promise.all(['media', 'commerce'].map((name) => current.child(name).restart()));
  const healed = await eventually(
    () => askAs(day.admin, DASHBOARD, { period }),
    ({ codes }) => codes.length === 0,
  );
  expect(healed.data).toEqual(whole.data);
}, 60_000);
