// A revoked session is refused everywhere, although its token has not expired.
import { announce, streamOf } from '@mosaic/kernel/outbox/event';
import { toFields } from '@mosaic/kernel/stores/stream-entry';
import { sessionsRevoked } from '@mosaic/schema/events/users';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { ask, listen, socketClient } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { begun, subscribe } from '../lab/raw-socket.js';
import { room } from '../lab/rooms.js';

const lab = useLab();
const WHO = '{ whoAmI }';

async function revoke(userId: string, sessionIds: string[]): Promise<void> {
  const redis = new Redis(lab.redisUrl);
  const event = announce(sessionsRevoked, userId, { userId, sessionIds }, new Date());
  await redis.xadd(streamOf('users'), '*', ...toFields(event));
  redis.disconnect();
}

const statusOf = async (token: string, url = lab.url) => (await ask(url, WHO, { token })).status;

it('refuses a revoked session over HTTP within seconds, and no other session of the same user', async () => {
  const token = await lab.token(viewer('ada', 'phone'));
  const other = await lab.token(viewer('ada', 'laptop'));
  expect(await statusOf(token)).toBe(200);
  await revoke('ada', ['phone']);
  await expect.poll(() => statusOf(token), { timeout: 5_000 }).toBe(401);
  expect(await statusOf(other)).toBe(200);
});

it('L6: closes its sockets, and refuses new ones', async () => {
  const token = await lab.token(viewer('bob', 'tablet'));
  const client = socketClient(lab.url, token);
  const stream = listen(client, 'subscription { messageAdded(room: "r", after: "0") { eventId } }');
  const first = listen(client, WHO);
  expect(await first.ended).toBe('completed');
  await revoke('bob', ['tablet', 'unrelated']);
  expect(await stream.ended).toMatchObject({ code: 4403, reason: 'SESSION_REVOKED' });
  expect(await listen(socketClient(lab.url, token), WHO).ended).toMatchObject({
    code: 4403,
    reason: 'UNAUTHENTICATED',
  });
});

it('L6: releases its streams at once, although a client that reads nothing never answers the close', async () => {
  const deaf = await begun(lab.url, await lab.token(viewer('fay', 'radio')));
  deaf.say(subscribe('1', 'subscription { messageAdded(room: "r") { eventId } }'));
  await eventually(() => expect(room.followers).toBe(1));
  deaf.ws.pause();
  await revoke('fay', ['radio']);
  await eventually(() => expect(room.followers).toBe(0), 5_000);
  expect(deaf.ws.readyState).toBe(deaf.ws.OPEN);
  deaf.ws.terminate();
});

it('is known to a router that starts later', async () => {
  const token = await lab.token(viewer('cyd', 'watch'));
  await revoke('cyd', ['watch']);
  const { url, stop } = await lab.startRouter();
  await expect.poll(() => statusOf(token, url), { timeout: 5_000 }).toBe(401);
  await stop();
});

it('stays known while Redis is dead, and nothing waits for it', async () => {
  const revoked = await lab.token(viewer('dee', 'car'));
  await revoke('dee', ['car']);
  await expect.poll(() => statusOf(revoked), { timeout: 5_000 }).toBe(401);
  await lab.stopRedis();
  expect(await statusOf(revoked)).toBe(401);
  const client = socketClient(lab.url, await lab.token(viewer('eve')));
  const stream = listen(client, WHO);
  expect(await stream.ended).toBe('completed');
  expect(stream.events).toEqual([{ data: { whoAmI: 'eve' } }]);
  await client.dispose();
  const outages = lab.lines.filter(({ msg, purpose }) => msg === 'Redis is unreachable' && purpose === 'blocking');
  expect(outages.length).toBeLessThanOrEqual(1);
});
