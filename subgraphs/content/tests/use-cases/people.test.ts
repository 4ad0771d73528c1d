// News about people arrives over the stream of users, once and in any order; rooms are found by who is in them.
import { announce } from '@mosaic/kernel/outbox/event';
import type { OutboxSource } from '@mosaic/kernel/outbox/source';
import { connectRedis } from '@mosaic/kernel/stores/connect-redis';
import { startRelay } from '@mosaic/kernel/stores/redis-relay';
import { profileChanged, userSignedUp } from '@mosaic/schema/events/users';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { consumeEvents } from '../../src/events/consume-events.js';
import { openDirectRoom } from '../../src/use-cases/open-direct-room.js';
import { granted, group } from '../lab/chat.js';
import { log, openLab, person } from '../lab/open-lab.js';

const lab = openLab();
const closing: (() => unknown)[] = [];
const [ada, elodie, ben] = [person(), person(), person()];
const named = (who: Asker, displayName: string) => ({ userId: who.id, displayName, locale: 'fr' as const });
const at = (second: number) => new Date(1_790_000_000_000 + second * 1_000);
const twice = announce(userSignedUp, ben.id, named(ben, 'Ben [.*]'), at(1));

/** An outbox of users that holds these events, as the real one would publish them. */
const news = [
  announce(userSignedUp, elodie.id, named(elodie, 'Elodie'), at(1)),
  announce(profileChanged, elodie.id, named(elodie, 'Élodie Dupré'), at(3)),
  announce(profileChanged, elodie.id, named(elodie, 'too late'), at(2)),
  announce(userSignedUp, ada.id, named(ada, 'Ada'), at(1)),
  announce(profileChanged, ada.id, named(ada, 'Ada Élan'), at(1)),
  twice,
  twice,
];

beforeAll(async () => {
  const url = lab.config().REDIS_URL.reveal();
  const [publisher, blocking] = [connectRedis(url, 'commands', log), connectRedis(url, 'blocking', log)];
  const waiting = [...news];
  const source: OutboxSource = {
    drain: async (publish) => {
      const batch = waiting.splice(0);
      if (batch.length > 0) await publish(batch);
      return batch.length;
    },
    rewind: async () => {},
  };
  const relay = startRelay({ subgraph: 'users', source, redis: publisher, log });
  const consumer = consumeEvents('content', lab.rooms(), blocking);
  closing.push(
    () => relay.stop(),
    () => consumer.stop(),
    () => publisher.disconnect(),
    () => blocking.disconnect(),
  );
  const applied = () => lab.rooms().connection.collection('inbox').countDocuments();
  await vi.waitFor(async () => expect(await applied()).toBe(6), 10_000);
});
afterAll(async () => {
  for (const close of closing) await close();
});

test('the newest name is kept, whatever comes late or twice; of one moment the one told later', async () => {
  const people = await lab.rooms().connection.collection('people').find().project({ displayName: 1, _id: 0 }).toArray();
  expect(people.map(({ displayName }) => displayName).sort()).toEqual(['Ada Élan', 'Ben [.*]', 'Élodie Dupré']);
});

test('rooms are found by title or by the names of others, without case or accents, and only one’s own', async () => {
  const rooms = lab.rooms();
  const direct = granted(await openDirectRoom(rooms, ada, { userId: elodie.id }));
  const chess = await group(rooms, ada, ben);
  await group(rooms, elodie, ben);
  const page = { size: 10, direction: 'forward', after: null, before: null, scope: '' } as const;
  const find = async (search: string) => (await rooms.read.roomsOf(ada, page, search)).map(({ id }) => id);
  expect(await find('ELODIE dup')).toEqual([direct.id]);
  expect(await find('a gróup')).toEqual([chess.id]);
  expect(await find('[.*]')).toEqual([chess.id]);
  expect(await find('.*')).toEqual([chess.id]);
  expect(await find('élan')).toEqual([]);
  expect(await find('(a+)+$')).toEqual([]);
  expect(await find('')).toEqual([chess.id, direct.id]);
});
