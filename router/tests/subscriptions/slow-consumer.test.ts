// A client that stops reading is closed with its cursor; it costs nobody else anything.
import { type ExecutionResult, getIntrospectionQuery } from 'graphql';
import { expect, it } from 'vitest';
import { listen, socketClient } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { begun, subscribe } from '../lab/raw-socket.js';
import { room } from '../lab/rooms.js';

const lab = useLab();
const STREAM = 'subscription ($after: ID) { messageAdded(room: "r", after: $after) { eventId message { body } } }';

it('L21: closes it with SLOW_CONSUMER and the last eventId it took; resuming there loses nothing', async () => {
  const slow = await begun(lab.url);
  slow.say(subscribe('1', STREAM));
  const bystander = listen(socketClient(lab.url, await lab.token(viewer('ada'))), STREAM);
  await eventually(() => expect(room.followers).toBe(2));
  slow.ws.pause();

  let said = 0;
  const isReleased = () => room.followers === 1;
  while (!isReleased() && said < 40_000) {
    for (let burst = 0; burst < 200; burst += 1, said += 1) room.say('ada', 'x'.repeat(4_000));
    await eventually(() => expect(bystander.events).toHaveLength(said), 20_000);
  }
  expect(isReleased()).toBe(true);

  slow.ws.resume();
  const { code, reason } = await slow.closed;
  expect(code).toBe(4413);
  const cursor = /^SLOW_CONSUMER after=(\d+)$/.exec(reason)?.[1];
  expect(cursor).toBeDefined();
  const taken = slow.heard.filter(({ type }) => type === 'next');
  expect(taken.length).toBeGreaterThanOrEqual(Number(cursor));
  expect(taken.length).toBeLessThan(said);

  const resumed = listen(socketClient(lab.url), STREAM, { after: cursor });
  await eventually(() => expect(resumed.events).toHaveLength(said - Number(cursor)), 20_000);
  const ids = resumed.events.map(
    ({ data }: ExecutionResult) => (data as { messageAdded: { eventId: string } }).messageAdded.eventId,
  );
  expect(ids).toEqual(Array.from({ length: ids.length }, (_, at) => String(Number(cursor) + at + 1)));
});

it('L21: closes a client that asks and asks, and reads no answer', async () => {
  const { url, stop } = await lab.startRouter({ SUBSCRIPTIONS_PER_SOCKET: '1000', MESSAGES_PER_SECOND: '1000' });
  const slow = await begun(url);
  slow.ws.pause();
  lab.lines.length = 0;
  const query = getIntrospectionQuery();
  for (let at = 0; at < 600; at += 1) slow.say(subscribe(`q${at}`, query));
  const ended = expect.objectContaining({ msg: 'socket ended', closing: 'SLOW_CONSUMER' });
  await eventually(() => expect(lab.lines).toContainEqual(ended), 20_000);
  slow.ws.resume(); // the close frame waits behind what was not read
  expect(await slow.closed).toEqual({ code: 4413, reason: 'SLOW_CONSUMER' });
  expect(slow.heard.filter(({ type }) => type === 'next').length).toBeLessThan(600);
  await stop();
}, 30_000);

it('L21: a client that reads slowly keeps its socket while a backlog of several MiB waits for it', async () => {
  const before = (await eventIdsOf()).length;
  for (let at = 0; at < 1_500; at += 1) room.say('ada', 'x'.repeat(4_000));
  const others = room.followers;
  const slow = await begun(lab.url);
  slow.ws.pause();
  slow.say(subscribe('1', `subscription { messageAdded(room: "r", after: "${before}") { eventId message { body } } }`));
  await eventually(() => expect(room.followers).toBe(others + 1));
  await lastOfBacklogRead();
  slow.ws.resume();
  await eventually(() => expect(slow.heard).toHaveLength(1_501), 20_000);
  expect(slow.ws.readyState).toBe(slow.ws.OPEN);
  const ids = slow.heard
    .slice(1)
    .map(({ payload }) => (payload as { data: { messageAdded: { eventId: string } } }).data.messageAdded.eventId);
  expect(ids).toEqual(Array.from({ length: 1_500 }, (_, at) => String(before + at + 1)));
  slow.ws.terminate();
}, 30_000);

const eventIdsOf = () => room.readAfter('room', 0, 1_000_000);

/** The room has handed its whole backlog to the router when a second look at it, which comes later, was answered. */
async function lastOfBacklogRead(): Promise<void> {
  const other = listen(socketClient(lab.url, await lab.token(viewer('ada'))), STREAM, {
    after: String((await eventIdsOf()).length - 1),
  });
  await eventually(() => expect(other.events).toHaveLength(1));
  other.stop();
}
