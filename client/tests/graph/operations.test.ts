// The router knows an operation again by its text: what the app's own client sends, over either transport, stands in
// operations.json letter by letter.
import './browser';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client } from '../../src/graph/client';
import { closeSocket } from '../../src/graph/live-link';
import { completeLesson } from '../../src/offline/progress-documents';
import { calendarQuery } from '../../src/pages/booking/planning/calendar-query';
import { chatRooms } from '../../src/pages/chat/chat-rooms';
import { addLesson } from '../../src/pages/courses/teaching/course-documents';
import {
  markReadMutation,
  notificationArrived,
  notificationsQuery,
} from '../../src/pages/notifications/notifications-query';
import { checkoutMutation, orderQuery } from '../../src/pages/shop/order-documents';
import { productsQuery } from '../../src/pages/shop/products-query';
import { visit } from './browser';
import { openCapturingServer } from './capturing-server';

interface Entry {
  readonly name: string;
  readonly body: string;
}
const { operations } = JSON.parse(readFileSync(new URL('../../operations.json', import.meta.url), 'utf8')) as {
  operations: readonly Entry[];
};

let server: Awaited<ReturnType<typeof openCapturingServer>>;
beforeAll(async () => {
  server = await openCapturingServer();
  visit(server.origin);
});
afterAll(async () => {
  await closeSocket();
  await server.stop();
});

/** What the server received since it was asked last, as the manifest writes it. */
const received = () => server.sent.splice(0).map(({ operationName: name, query: body }) => ({ name, body }));
const entry = (name: string) => operations.filter((each) => each.name === name).map(({ body }) => ({ name, body }));

test.each([
  ['Notifications', notificationsQuery],
  ['ChatRooms', chatRooms],
  ['Products', productsQuery],
  ['Order', orderQuery],
  ['PlanningCalendar', calendarQuery],
])('lists the query %s as it is sent', async (name, query) => {
  await client.query({ query: query as typeof chatRooms, variables: {} as never, fetchPolicy: 'network-only' });
  const sent = received();
  expect(sent).toHaveLength(1);
  expect(sent).toEqual(entry(name));
});

test.each([
  ['CompleteLesson', completeLesson],
  ['AddLesson', addLesson],
  ['Checkout', checkoutMutation],
  ['MarkNotificationsRead', markReadMutation],
])('lists the mutation %s as it is sent', async (name, mutation) => {
  await client.mutate({ mutation: mutation as typeof addLesson, variables: {} as never });
  const sent = received();
  expect(sent).toHaveLength(1);
  expect(sent).toEqual(entry(name));
});

test('lists a subscription as it is sent over the socket', async () => {
  await new Promise<void>((resolve) => {
    client.subscribe({ query: notificationArrived }).subscribe({ next: () => resolve(), error: () => resolve() });
  });
  const sent = received();
  expect(sent).toHaveLength(1);
  expect(sent).toEqual(entry('NotificationArrived'));
});

test('lists each operation once, and none of another name', () => {
  const names = operations.map(({ name }) => name);
  const typed = readFileSync(new URL('../../src/graph/generated/graphql.ts', import.meta.url), 'utf8');
  const declared = [...typed.matchAll(/^export type (\w+)(?:Query|Mutation|Subscription) =/gm)].map(([, name]) => name);
  expect(names.length).toBe(declared.length);
  expect(new Set(names)).toEqual(new Set(declared));
});
