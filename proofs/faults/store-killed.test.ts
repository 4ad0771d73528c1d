// SIGKILL of a store under writers that try again with the same key: nothing acknowledged is lost, nothing is there
// twice, health tells, and the subgraph comes back with its store, in the same process.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRoom, latestEventId, MESSAGES, type MessageEvent } from '../lab/chat.js';
import { listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { allBodies, allReadings, everybodyNamed, sorted } from './counts.js';
import { killPostgres } from './kill-postgres.js';
import { healthIs } from './watch-health.js';
import { startWriters } from './writers.js';

const world = openWorld({ subgraphs: ['users', 'content'] });

test('PostgreSQL dies under sign-ups', async () => {
  const { current } = world;
  const [router = ''] = current.urls.router;
  const witness = await Person.signUp(router, 'Witness');
  const pid = current.child('users').pid;

  const writers = startWriters(6, async (writer, n, isRetry) => {
    const displayName = `Signee ${writer}-${n}`;
    const account = { email: `signee-${writer}-${n}@people.test`, password: `a long password ${writer}-${n}` };
    try {
      return await Person.signUp(router, displayName, 'en', account);
    } catch (refusal) {
      // The first try was committed and its answer lost: then the account is there, with this password.
      if (isRetry && String(refusal).includes('EMAIL_TAKEN')) return Person.signIn(router, account);
      throw refusal;
    }
  });
  await writers.reach(20);
  const killed = Date.now();
  await killPostgres(world.dataDir);
  await current.child('postgres').stop(); // so that it stays dead for a while
  await healthIs(current.urls.users, 503, killed + 2_000);
  await current.child('postgres').restart();
  await healthIs(current.urls.users, 200, Date.now() + 5_000);
  await writers.reach(writers.done.length + 40);
  const { done } = await writers.stop();

  const names = done.map(({ writer, n }) => `Signee ${writer}-${n}`);
  expect(await everybodyNamed(witness, 'Signee')).toEqual(sorted(names));
  await Promise.all(done.map(({ result }) => Person.signIn(router, result.account)));
  expect(current.child('users').pid).toBe(pid);
}, 60_000);

test('MongoDB dies under a chat and under readings', async () => {
  const { current } = world;
  const [router = ''] = current.urls.router;
  const [owner, listener] = (await Promise.all(['Owner', 'Listener'].map((name) => Person.signUp(router, name)))) as [
    Person,
    Person,
  ];
  const room = await createRoom(owner, 'Storm', [listener]);
  const { createMonitor } = await owner.ask<{ createMonitor: { monitor: { id: string } } }>(
    'mutation ($input: CreateMonitorInput!) { createMonitor(input: $input) { monitor { id } } }',
    { input: { name: 'Storm', unit: 'hPa' } },
  );
  const monitor = createMonitor.monitor.id;
  const after = await latestEventId(listener, room);
  const ear = listen<MessageEvent>(listener, { document: MESSAGES, variables: { roomId: room }, after, resumes: true });
  const pid = current.child('content').pid;
  const keys = new Map<string, string>();
  const keyOf = (name: string) => keys.get(name) ?? keys.set(name, randomUUID()).get(name);

  const senders = startWriters(6, async (writer, n) => {
    const body = `${writer}-${n}`;
    const { sendMessage } = await owner.ask<{ sendMessage: { message: { id: string; seq: number } | null } }>(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id seq } userErrors { code } } }',
      { input: { roomId: room, body, clientMessageId: keyOf(body) } },
    );
    if (!sendMessage.message) throw new Error('refused');
    return sendMessage.message;
  });
  const recorders = startWriters(2, async (writer, n) => {
    const value = writer * 10_000 + n;
    const { recordReading } = await owner.ask<{ recordReading: { reading: { id: string } | null } }>(
      'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { reading { id } userErrors { code } } }',
      {
        input: {
          monitorId: monitor,
          value,
          at: new Date(1_700_000_000_000 + value * 1_000),
          idempotencyKey: keyOf(`reading ${value}`),
        },
      },
    );
    if (!recordReading.reading) throw new Error('refused');
    return value;
  });
  await Promise.all([senders.reach(20), recorders.reach(5)]);
  const killed = Date.now();
  current.child('mongo').kill('SIGKILL');
  await current.child('mongo').stop(); // so that it stays dead for a while
  await healthIs(current.urls.content, 503, killed + 2_000);
  await current.child('mongo').restart();
  await healthIs(current.urls.content, 200, Date.now() + 5_000);
  await Promise.all([senders.reach(senders.done.length + 40), recorders.reach(recorders.done.length + 10)]);
  const [sent, recorded] = await Promise.all([senders.stop(), recorders.stop()]);

  const bySeq = sent.done.sort((a, b) => a.result.seq - b.result.seq);
  const told = bySeq.map(({ writer, n }) => `${writer}-${n}`);
  const [first = 0] = bySeq.map(({ result }) => result.seq);
  expect(bySeq.map(({ result }) => result.seq)).toEqual(told.map((_, at) => first + at));
  expect(await allBodies(listener, room)).toEqual(told);
  const values = recorded.done.map(({ result }) => result).sort((a, b) => a - b);
  expect(await allReadings(owner, monitor)).toEqual(values);
  // How many had to try again is chance: content itself waits a moment for its store. The 503 showed that it was away.

  await ear.until((events) => new Set(events.map(({ eventId }) => eventId)).size >= told.length);
  ear.leave();
  const heard = new Map(ear.events.map(({ eventId, message }) => [eventId, message.body]));
  expect([...heard.values()]).toEqual(told);
  expect(current.child('content').pid).toBe(pid);
}, 60_000);
