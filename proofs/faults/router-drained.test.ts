// SIGTERM of a router under load: what it accepted it answers, its sockets are told 1001 and go on elsewhere without a
// gap, and it ends with 0 in time.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { type Answer, post } from '../lab/post.js';
import { closingOf } from './closing-of.js';
import { startLoad } from './load.js';

// Passwords that cost some time, so that requests are under way at any moment; deadlines that only a lost request misses.
const env = { PASSWORD_COST: '8', DRAIN_SPREAD_MS: '2000', SUBGRAPH_TIMEOUT_MS: '10000', QUERY_DEADLINE_MS: '10000' };
const world = openWorld({ subgraphs: ['users', 'content'], routers: 2, env });

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { session { user { id } } userErrors { code } } }`;

test('a router drains', async () => {
  const { current, notices } = world;
  const [first = '', second = ''] = current.urls.router;
  const people = (await Promise.all(Array.from({ length: 4 }, (_, n) => Person.signUp(second, `Listener ${n}`)))) as [
    Person,
    ...Person[],
  ];
  const [owner, ...others] = people;
  const room = await createRoom(owner, 'Moving', others);
  const routers = [first, second];
  const ears = (
    await Promise.all(
      people.map(async (person) => {
        const after = await latestEventId(person, room);
        const hear = () =>
          listen<MessageEvent>(person, {
            document: MESSAGES,
            variables: { roomId: room },
            after,
            resumes: true,
            routers,
          });
        return Array.from({ length: 3 }, hear);
      }),
    )
  ).flat();
  await send(owner, room, 'before');
  await Promise.all(ears.map((ear) => ear.until((events) => events.length > 0)));

  const token = owner.session.accessToken;
  const reading = startLoad(
    2,
    movingOn(first, second, (url) => post(url, '{ me { displayName } }', { token })),
  );
  const writing = startLoad(
    2,
    movingOn(first, second, (url) => {
      const input = { email: `${randomUUID()}@people.test`, password: 'a long password', displayName: 'Somebody' };
      return post(url, SIGN_UP, { variables: { input } });
    }),
  );
  await eventually(
    async () => Math.min(reading.answers.length, writing.answers.length),
    (count) => count > 20,
  );
  const asked = Date.now();
  current.child('router').kill('SIGTERM');
  const bodies = ['before'];
  const ended = () => notices.find((notice) => /\brouter: ended/.test(notice));
  while (!ended()) {
    const body = `message ${bodies.length}`;
    await send(owner, room, body);
    bodies.push(body);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (Date.now() - asked > 15_000) throw new Error('not ended in 15 s');
  }
  expect(ended()).toContain('ended (0)');
  await Promise.all([reading.stop(), writing.stop()]);

  expect([...reading.failures, ...writing.failures]).toEqual([]);
  for (const { data, codes } of reading.answers)
    expect({ data, codes }).toEqual({ data: { me: { displayName: 'Listener 0' } }, codes: [] });
  for (const { data, codes } of writing.answers) {
    expect(codes).toEqual([]);
    expect(data.signUp).toEqual({ session: { user: { id: expect.any(String) } }, userErrors: [] });
  }

  await Promise.all(ears.map((ear) => ear.until((events) => events.at(-1)?.message.body === bodies.at(-1))));
  for (const ear of ears) {
    ear.leave();
    expect(closingOf(ear)).toEqual([1001, 'GOING_AWAY']);
    // After a resume an event may come twice: the same eventId.
    const heard = new Map(ear.events.map(({ eventId, message }) => [eventId, message.body]));
    expect([...heard.values()]).toEqual(bodies);
  }
}, 60_000);

/** Asks the first router until it lets nobody in any more, and from then on the second: as behind a load balancer. */
function movingOn(first: string, second: string, ask: (url: string) => Promise<Answer>): () => Promise<Answer> {
  let url = first;
  return async () => {
    const asked = url;
    try {
      return await ask(asked);
    } catch (failure) {
      const wasNotLetIn = (failure as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED';
      if (!wasNotLetIn || asked === second) throw failure;
      url = second;
      return ask(url);
    }
  };
}
