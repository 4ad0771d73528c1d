// What our processes write: JSON lines that can be followed from process to process, and never a secret. And /health.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRoom, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import { listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { healthOf } from './watch-health.js';

const world = openWorld({ subgraphs: ['users', 'content'], env: { LOG_LEVEL: 'DEBUG' } });

const SERVICES = ['router', 'users', 'content'];
const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];
const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { session { accessToken refreshToken } userErrors { code } }
}`;

interface Line {
  ts: string;
  level: string;
  service: string;
  msg: string;
  requestId?: string;
}

const logOf = (name: string) => readFile(join(world.dataDir, 'logs', `${name}.log`), 'utf8');
/** Throws for a line that is not JSON. */
const linesOf = async (name: string) =>
  (await logOf(name))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('one request id in the lines of all three processes', async () => {
  const [router = ''] = world.current.urls.router;
  const ada = await Person.signUp(router, 'Ada');
  await send(ada, await createRoom(ada, 'Crossing', []), 'Hello');
  const requestId = `proof-${randomUUID()}`;
  const crossing = `{ me { displayName rooms(first: 1) { edges { node { lastMessage { author { displayName } } } } } } }`;
  const { data } = await post(router, crossing, {
    token: ada.session.accessToken,
    headers: { 'x-request-id': requestId },
  });
  expect(data.me.rooms.edges[0].node.lastMessage.author).toEqual({ displayName: 'Ada' });

  for (const service of SERVICES) {
    const found = await eventually(
      async () => (await linesOf(service)).filter((line) => line.requestId === requestId),
      (lines) => lines.length > 0,
    );
    expect(found.map((line) => line.service)).toEqual(found.map(() => service));
    expect(found.map(({ msg }) => msg)).toContain('request');
  }
});

test('every line is JSON with a time, a level, its service and a message; none holds a secret', async () => {
  const [router = ''] = world.current.urls.router;
  const guarded = await Person.signUp(router, 'Guarded');
  const { account, session } = guarded;
  const wrong = `wrong password ${randomUUID()}`;
  const again = await post(router, SIGN_IN, { variables: { input: account } });
  await post(router, SIGN_IN, { variables: { input: { ...account, password: wrong } } });
  // Refusals that quote what they refuse: a missing field, a literal of the wrong type, a document that is no document.
  await post(router, SIGN_IN, { variables: { input: { password: wrong } } });
  await post(router, `mutation { signIn(input: { email: 1, password: "${wrong}" }) { session { accessToken } } }`);
  await post(router, `mutation { signIn(input: { password: "${wrong}`);
  await post(router, '{ me { id } }', { token: `${session.accessToken}x` });
  await post(router, SIGN_IN, { variables: { input: { email: `\u0000${account.email}`, password: wrong } } });
  await socketWith(guarded.withToken(`${session.accessToken}x`));
  // A bug's whole error goes to the log: here the store is gone in the middle of a sign-in.
  await world.current.child('postgres').stop();
  const failed = await post(router, SIGN_IN, { variables: { input: account } });
  expect(failed.codes).toEqual(['INTERNAL']);
  await world.current.child('postgres').restart();
  const requestId = `last-${randomUUID()}`;
  await eventually(
    () => post(router, SIGN_IN, { variables: { input: account }, headers: { 'x-request-id': requestId } }),
    ({ data }) => data?.signIn?.session,
  );
  await eventually(
    () => logOf('users'),
    (log) => log.includes(requestId),
  );

  const keys = Object.values(JSON.parse(await readFile(join(world.dataDir, 'secrets.json'), 'utf8'))) as string[];
  const secrets = [
    ...[account.password, wrong, session.accessToken, session.refreshToken],
    ...[again.data.signIn.session.accessToken, again.data.signIn.session.refreshToken],
    ...keys.flatMap((key) => key.match(/[\w-]{40,}/g) ?? []),
    new URL(world.current.urls.databases.users).password,
  ];
  expect(secrets.length).toBeGreaterThanOrEqual(10);
  for (const service of SERVICES) {
    const lines = await linesOf(service);
    expect(lines.length).toBeGreaterThan(0);
    for (const { ts, level, service: name, msg } of lines) {
      expect({ isTime: new Date(ts).toISOString() === ts, isLevel: LEVELS.includes(level) }).toEqual({
        isTime: true,
        isLevel: true,
      });
      expect(name).toBe(service);
      expect(msg).toEqual(expect.any(String));
    }
  }
  for (const name of [...SERVICES, 'postgres', 'mongo', 'redis']) {
    const log = await logOf(name);
    expect(secrets.filter((secret) => log.includes(secret)).map((_, at) => `${name} tells secret ${at}`)).toEqual([]);
  }
}, 30_000);

test('/health of every process has exactly five members', async () => {
  const { router, users, content } = world.current.urls;
  const endpoints = { router: router[0] ?? '', users, content };
  for (const [service, url] of Object.entries(endpoints)) {
    const { status, body } = await healthOf(url);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        status: 'healthy',
        service,
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        database: 'connected',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    });
  }
});

/** Tries to open a socket and waits for its end. */
async function socketWith(person: Person): Promise<void> {
  const ear = listen(person, { document: 'subscription { inboxChanged { eventId occurredAt } }' });
  await ear.until(() => ear.endings.length > 0);
  expect(ear.endings[0]).toMatchObject({ code: 4403 });
  ear.leave();
}
