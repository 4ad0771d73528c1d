// 10 senders with 100 messages each (fewer in `npm test`) and retries, sockets killed at random, two router processes: every member gets every
// message once and in the room's order.
import { randomUUID } from 'node:crypto';
import { proofSize } from '@mosaic/embedded/proof-size';
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';

const SENDERS = 10;
const EACH = proofSize({ full: 100, quick: 40 });

const world = openWorld({ subgraphs: ['users', 'content'], routers: 2 });

test('every member receives every message once, in order', async () => {
  const routers = world.current.urls.router;
  const [first = '', second = ''] = routers;
  const people = await Promise.all(
    Array.from({ length: SENDERS }, (_, n) => Person.signUp(n % 2 ? second : first, `Sender ${n}`)),
  );
  const [owner, ...others] = people as [Person, ...Person[]];
  const room = await createRoom(owner, 'Load', others);
  const ears = await Promise.all(
    people.map(async (person) => {
      const after = await latestEventId(person, room);
      const variables = { roomId: room };
      return listen<MessageEvent>(person, { document: MESSAGES, variables, after, resumes: true, routers });
    }),
  );

  let kills = 0;
  const killer = setInterval(() => {
    ears[Math.floor(Math.random() * ears.length)]?.kill();
    kills += 1;
  }, 150);
  try {
    await Promise.all(people.map((person, n) => sendAll(person, routers, room, n)));
    await Promise.all(ears.map((ear) => ear.until((events) => events.length >= SENDERS * EACH, 60_000)));
  } finally {
    clearInterval(killer);
  }

  const everything = Array.from({ length: SENDERS * EACH }, (_, n) => n + 1);
  for (const ear of ears) {
    const seqs = ear.events.map(({ message }) => message.seq);
    const base = (seqs[0] ?? 1) - 1; // room events, such as the members' joining, come before the messages
    expect(seqs).toEqual(everything.map((n) => n + base));
    for (let n = 0; n < SENDERS; n += 1) {
      const own = ear.events.map(({ message }) => message.body).filter((body) => body.startsWith(`${n}:`));
      expect(own).toEqual(Array.from({ length: EACH }, (_, m) => `${n}:${m}`));
    }
    ear.leave();
  }
  expect(kills).toBeGreaterThan(5);
  expect(
    ears.every(({ events }) => events.every(({ message }) => message.author.displayName?.startsWith('Sender'))),
  ).toBe(true);
}, 120_000);

/** One sender's messages in order; a fifth of them are sent twice, the second time through the other router. */
async function sendAll(person: Person, routers: readonly string[], room: string, n: number): Promise<void> {
  for (let m = 0; m < EACH; m += 1) {
    const key = randomUUID();
    const told = await send(person.at(routers[m % 2] ?? ''), room, `${n}:${m}`, key);
    if (m % 5 !== 0) continue;
    const again = await send(person.at(routers[(m + 1) % 2] ?? ''), room, `${n}:${m}`, key);
    expect(again).toEqual(told);
  }
}
