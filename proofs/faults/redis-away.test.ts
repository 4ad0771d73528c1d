// Redis dead, and Redis silent: people sign up, sign in and chat as before, nothing waits for it; live events come a
// little later, presence is unknown, what other subgraphs must hear waits in the outbox, and all of it catches up.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { closingOf } from './closing-of.js';
import { slowest, startLoad } from './load.js';

const world = openWorld({ subgraphs: ['users', 'content'] });
const redis = () => world.current.child('redis');

/** A command is given 200 ms, and some requests give several, one after the other. */
const LONGEST_REQUEST_MS = 1_200;
/** Readers look again after a second when nobody wakes them. */
const LONGEST_DELAY_MS = 2_500;

const outages = [
  {
    name: 'dead',
    begin: async () => {
      redis().kill('SIGKILL');
      await redis().stop(); // so that it stays dead
    },
    end: () => redis().restart(),
  },
  { name: 'silent', begin: async () => redis().kill('SIGSTOP'), end: async () => redis().kill('SIGCONT') },
];

test.each(outages)(
  'Redis is $name',
  async ({ name, begin, end }) => {
    const [router = ''] = world.current.urls.router;
    const [ada, basile] = (await Promise.all([Person.signUp(router, 'Ada'), Person.signUp(router, 'Basile')])) as [
      Person,
      Person,
    ];
    const phone = await Person.signIn(router, basile.account);
    const room = await createRoom(ada, 'Weather', [basile]);
    const after = await latestEventId(basile, room);
    const ear = listen<MessageEvent>(basile, { document: MESSAGES, variables: { roomId: room }, after });
    const phoneEar = listen<MessageEvent>(phone, { document: MESSAGES, variables: { roomId: room }, after });
    await send(ada, room, 'before');
    await Promise.all([ear, phoneEar].map((one) => one.until((events) => events.length === 1)));
    const token = ada.session.accessToken;
    const variables = { id: basile.id };
    const look = () =>
      post(router, 'query ($id: ID!) { me { displayName } user(id: $id) { presence { status } } }', {
        token,
        variables,
      });
    const presenceBecomes = (status: string | undefined) =>
      eventually(look, ({ data }) => data.user.presence?.status === status, 12_000);
    await presenceBecomes('ONLINE');

    await begin();
    const load = startLoad(2, look);
    const durations: number[] = [];
    const timed = async <T>(work: Promise<T>): Promise<T> => {
      const began = performance.now();
      const result = await work;
      durations.push(performance.now() - began);
      return result;
    };
    const newcomer = await timed(Person.signUp(router, `Newcomer ${name}`));
    await timed(Person.signIn(router, newcomer.account));
    const meeting = await timed(createRoom(ada, 'Meeting', [newcomer]));
    const bodies = ['one', 'two', 'three', 'four', 'five'];
    for (const body of bodies) {
      await timed(send(ada, room, body));
      const sent = Date.now();
      await ear.until((events) => events.at(-1)?.message.body === body);
      expect(Date.now() - sent).toBeLessThan(LONGEST_DELAY_MS);
    }
    await timed(
      ada.ask('mutation ($input: SetTypingInput!) { setTyping(input: $input) { userErrors { code } } }', {
        input: { roomId: room, isTyping: true },
      }),
    );
    await timed(endOtherSession(basile));
    await presenceBecomes(undefined);
    expect(await roomsFound(ada, newcomer)).toEqual([]); // nobody could tell content who that is
    await load.stop();
    await end();

    await eventually(
      () => roomsFound(ada, newcomer),
      (found) => found.length > 0,
      8_000,
    );
    expect(await roomsFound(ada, newcomer)).toEqual([meeting]);
    await phoneEar.until(() => phoneEar.endings.length > 0, 8_000);
    expect(closingOf(phoneEar)).toEqual([4403, 'SESSION_REVOKED']);
    await presenceBecomes('ONLINE');
    await send(ada, room, 'after');
    await ear.until((events) => events.at(-1)?.message.body === 'after');
    ear.leave();

    expect(ear.events.map(({ message }) => message.body)).toEqual(['before', ...bodies, 'after']);
    expect(Math.max(...durations)).toBeLessThan(LONGEST_REQUEST_MS);
    expect(load.failures).toEqual([]);
    expect(load.answers.length).toBeGreaterThan(3);
    expect(slowest(load.answers)).toBeLessThan(LONGEST_REQUEST_MS);
    for (const { codes, data } of load.answers)
      expect({ codes, me: data.me }).toEqual({ codes: [], me: { displayName: 'Ada' } });
  },
  60_000,
);

test('LOG_LEVEL=WARNING: the outages are told, and nothing below a warning', async () => {
  for (const name of ['users', 'content', 'router']) {
    const lines = (await readFile(join(world.dataDir, 'logs', `${name}.log`), 'utf8')).trim().split('\n');
    const facts = lines.map((line) => JSON.parse(line) as { level: string; msg: string });
    expect(facts.map(({ msg }) => msg)).toContain('Redis is unreachable');
    expect(facts.map(({ level }) => level).filter((level) => level !== 'WARNING' && level !== 'ERROR')).toEqual([]);
  }
});

async function roomsFound(asker: Person, person: Person): Promise<string[]> {
  const { me } = await asker.ask<{ me: { rooms: { edges: { node: { id: string } }[] } } }>(
    'query ($name: String!) { me { rooms(first: 10, search: $name) { edges { node { id } } } } }',
    { name: person.session.user.displayName },
  );
  return me.rooms.edges.map(({ node }) => node.id);
}

async function endOtherSession(person: Person): Promise<void> {
  await person.ask('mutation { revokeOtherSessions { userErrors { code } } }');
}
