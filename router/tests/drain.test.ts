// SIGTERM: nothing new, what is under way finishes, sockets are told to go, and the process ends by itself.
import { expect, it } from 'vitest';
import { ask } from './lab/ask.js';
import { eventually } from './lab/eventually.js';
import { viewer } from './lab/keys.js';
import { useLab } from './lab/lab.js';
import { people } from './lab/people.js';
import { begun, rawSocket, subscribe } from './lab/raw-socket.js';
import { room } from './lab/rooms.js';

const lab = useLab();

it('L22: finishes requests, tells sockets 1001 over time, lets nobody in, and is not ready meanwhile', async () => {
  const { url, stop } = await lab.startRouter({ DRAIN_SPREAD_MS: '600' });
  let finish = () => {};
  people.delay = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  const underWay = ask(url, 'mutation { rename(name: "x") }');
  const sockets = await Promise.all([1, 2, 3].map(async () => begun(url, await lab.token(viewer('ada')))));
  for (const socket of sockets) {
    socket.say(subscribe('1', 'subscription { messageAdded(room: "r") { eventId } }'));
  }
  await eventually(() => expect(room.followers).toBe(1)); // of one viewer, so they share the source
  expect((await fetch(new URL('/ready', url))).status).toBe(200);

  const stopped = stop();
  expect((await fetch(new URL('/ready', url))).status).toBe(503);
  expect((await fetch(new URL('/live', url))).status).toBe(200);
  await expect(rawSocket(url)).rejects.toThrow('503');
  const times = await Promise.all(
    sockets.map(async ({ closed }) => {
      expect(await closed).toEqual({ code: 1001, reason: 'GOING_AWAY' });
      return performance.now();
    }),
  );
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(200); // spread, not all at once
  finish();
  const { data, headers } = await underWay;
  expect(data).toEqual({ rename: true });
  expect(headers.get('connection')).toBe('close');
  await stopped;
  expect(room.followers).toBe(0);
  await expect(ask(url, '{ whoAmI }')).rejects.toThrow();
});
