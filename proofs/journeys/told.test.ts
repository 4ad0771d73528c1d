// Who is told what: live and by mail, in their language, once, and even when users dies over its mails. Links in mails
// work once; who is suspended is out at once; and what those in charge did is on record.
import { beforeAll, expect, test } from 'vitest';
import { watchedMonitor } from '../access/watched-monitor.js';
import { closingOf } from '../faults/closing-of.js';
import { act } from '../lab/act.js';
import { eventually } from '../lab/eventually.js';
import { type LiveEvent, listen } from '../lab/listen.js';
import { inPostgres } from '../lab/look-inside.js';
import { awaitLetter, lettersTo, mailFiles, nextLetter, tokenIn } from '../lab/mailbox.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { promote } from '../lab/promote.js';
import { openShop } from '../lab/shop.js';
import { tamper, trailOf, verdictOf } from './audit-trail.js';

interface Told extends LiveEvent {
  notification: { kind: string; title: string; subject: { __typename: string; value: number } };
}

const TOLD = /* GraphQL */ `
  subscription ($after: ID) {
    notificationAdded(after: $after) {
      eventId
      occurredAt
      notification { kind title subject { __typename ... on Alert { value } } }
    }
  }
`;

const world = openWorld({ subgraphs: ['users', 'content', 'commerce'] });
let router = '';
let [ada, basile, admin] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  [router = ''] = world.current.urls.router;
  [ada, basile] = await Promise.all([Person.signUp(router, 'Ada'), Person.signUp(router, 'Basile', 'fr')]);
  admin = await promote(world.current, await Person.signUp(router, 'Admin'), 'ADMIN');
}, 40_000);

/** Somebody hears of what they are told, from now on. */
async function hear(person: Person) {
  const { me } = await person.ask<{ me: { latestNotificationEventId: string } }>(
    '{ me { latestNotificationEventId } }',
  );
  return listen<Told>(person, { document: TOLD, after: me.latestNotificationEventId });
}

const verify = (person: Person, token: string) =>
  act<{ user: { isEmailVerified: boolean | null } }>(person, 'verifyEmail', { token }, 'user { isEmailVerified }');

async function verifyAddress(person: Person, words: string): Promise<void> {
  const letter = await awaitLetter(world.dataDir, person.account.email, words);
  expect(await verify(person, tokenIn(letter))).toEqual({ user: { isEmailVerified: true } });
  await expect(verify(person, tokenIn(letter))).rejects.toMatchObject({ code: 'LINK_INVALID' });
}

test('an alert: heard live, and mailed in French to the address that was proved, once', async () => {
  await verifyAddress(basile, 'Bienvenue sur Mosaic');
  const ears = await Promise.all([hear(basile), hear(ada)]);
  for (const person of [basile, ada]) {
    const monitorId = await watchedMonitor(person);
    const again = { monitorId, value: 12, at: new Date().toISOString(), idempotencyKey: crypto.randomUUID() };
    await act(person, 'recordReading', again, 'reading { id }'); // the alert is open already
  }
  await Promise.all(ears.map((ear) => ear.until((events) => events.length > 0)));
  const letter = await awaitLetter(world.dataDir, basile.account.email, 'alerte');
  expect([letter.subject, letter.language]).toEqual(['Une alerte est ouverte : « Pulse »', 'fr']);
  expect(letter.text).toContain('Bonjour Basile,');

  await act(basile, 'requestPasswordReset', { email: basile.account.email }, 'isRequested'); // whatever is mailed, was mailed before
  await awaitLetter(world.dataDir, basile.account.email, 'mot de passe');
  expect(await lettersTo(world.dataDir, basile.account.email)).toHaveLength(3);
  // Ada never proved her address: she has her welcome and no news.
  expect((await lettersTo(world.dataDir, ada.account.email)).map(({ subject }) => subject)).toEqual([
    'Welcome to Mosaic',
  ]);
  for (const ear of ears) ear.leave();
  const notification = {
    kind: 'ALERT_OPENED',
    title: 'An alert is open: Pulse',
    subject: { __typename: 'Alert', value: 11 },
  };
  for (const { events } of ears) expect(events.map(({ notification }) => notification)).toEqual([notification]);
  // A title is in the language that is asked in.
  const { data } = await post(router, '{ me { notifications(first: 5) { edges { node { title } } } } }', {
    token: basile.session.accessToken,
    headers: { 'accept-language': 'fr-FR' },
  });
  expect(data.me.notifications.edges).toEqual([{ node: { title: 'Une alerte est ouverte : Pulse' } }]);
}, 40_000);

test('the link of a reset sets another password, once, and ends every session', async () => {
  const { email, password } = basile.account;
  const nobody = await act(ada, 'requestPasswordReset', { email: 'nobody@people.test' }, 'isRequested');
  expect(nobody).toEqual({ isRequested: true });
  const token = tokenIn(await awaitLetter(world.dataDir, email, 'mot de passe'));
  const newPassword = 'un tout autre mot de passe';
  await act(ada, 'resetPassword', { token, newPassword }, 'user { id }');

  const { accessToken } = basile.session;
  await eventually(
    () => post(router, '{ me { id } }', { token: accessToken }),
    ({ codes }) => codes[0] === 'UNAUTHENTICATED',
  );
  await expect(act(ada, 'resetPassword', { token, newPassword }, 'user { id }')).rejects.toMatchObject({
    code: 'LINK_INVALID',
  });
  await expect(Person.signIn(router, { email, password })).rejects.toThrow('WRONG_CREDENTIALS');
  basile = await Person.signIn(router, { email, password: newPassword });
  expect(await lettersTo(world.dataDir, 'nobody@people.test')).toEqual([]);
}, 30_000);

test('who is suspended: the socket is closed within 5 s, and there is no way in until they are reinstated', async () => {
  const cleo = await Person.signUp(router, 'Cleo');
  const ear = await hear(cleo);
  await watchedMonitor(cleo);
  await ear.until((events) => events.length > 0);
  await act(admin, 'suspendUser', { userId: cleo.id, reason: 'spam' }, 'user { status }');
  await ear.until(() => ear.endings.length > 0, 5_000);
  expect(closingOf(ear)).toEqual([4403, 'SESSION_REVOKED']);
  await expect(Person.signIn(router, cleo.account)).rejects.toThrow('ACCOUNT_SUSPENDED');
  await expect(Person.signIn(router, { ...cleo.account, password: 'a guess' })).rejects.toThrow('WRONG_CREDENTIALS');
  await act(admin, 'reinstateUser', { userId: cleo.id, reason: 'a mistake' }, 'user { status }');
  await Person.signIn(router, cleo.account);
}, 30_000);

test('the audit trail has what was done in several subgraphs, in order, and shows when somebody touched it', async () => {
  await eventually(
    () => trailOf(admin),
    ({ length }) => length === 3,
  );
  const { productId } = await openShop(admin);
  const trail = await eventually(
    () => trailOf(admin),
    ({ length }) => length === 6,
  );
  expect(trail.map(({ position, action, actor }) => [position, action, actor?.displayName ?? null])).toEqual([
    [1, 'changeUserRole', null], // from the command line
    [2, 'suspendUser', 'Admin'],
    [3, 'reinstateUser', 'Admin'],
    [4, 'createProduct', 'Admin'],
    [5, 'addProductVariant', 'Admin'],
    [6, 'adjustStock', 'Admin'],
  ]);
  expect(trail[3]?.subject).toEqual({ __typename: 'Product', id: productId });
  expect(trail.map(({ previousDigest }) => previousDigest)).toEqual([
    '0'.repeat(64),
    ...trail.slice(0, -1).map(({ digest }) => digest),
  ]);
  const intact = { isIntact: true, entryCount: 6, digest: trail[5]?.digest, brokenAt: null, reason: null };
  expect(await verdictOf(admin)).toEqual(intact);

  const { users } = world.current.urls.databases;
  const forged = "update audit_entries set actor_id = 'somebody else' where position = 2";
  await expect(inPostgres(users, forged)).rejects.toThrow('the audit trail only grows');
  const restore = await tamper(users, forged);
  const broken = { entryCount: 1, digest: trail[0]?.digest, brokenAt: 2, reason: 'this entry was changed' };
  expect(await verdictOf(admin)).toEqual({ isIntact: false, ...broken });
  await restore();
  expect(await verdictOf(admin)).toEqual(intact);
  await tamper(users, 'delete from audit_entries where position = 6');
  expect(await verdictOf(admin)).toMatchObject({ isIntact: false, entryCount: 5 });
}, 30_000);

test('users killed over its mails: each comes exactly once', async () => {
  const { current, dataDir } = world;
  const dora = await Person.signUp(router, 'Dora');
  await verifyAddress(dora, 'Welcome');
  const made = { name: 'Noise', unit: 'dB' };
  const { monitor } = await act<{ monitor: { id: string } }>(dora, 'createMonitor', made, 'monitor { id }');
  const rules = Array.from({ length: 20 }, (_, threshold) => ({ monitorId: monitor.id, comparison: 'GT', threshold }));
  await Promise.all(rules.map((rule) => act(dora, 'createAlertRule', rule, 'alertRule { id }')));

  await current.child('users').stop();
  const loud = { monitorId: monitor.id, value: 99, at: new Date().toISOString(), idempotencyKey: crypto.randomUUID() };
  await act(dora, 'recordReading', loud, 'reading { id }'); // twenty alerts, and nobody to mail them yet
  const mailing = nextLetter(dataDir);
  const restarting = current.child('users').restart();
  await mailing;
  current.child('users').kill('SIGKILL');
  const { length: mailed } = await lettersTo(dataDir, dora.account.email);
  expect(mailed).toBeLessThan(1 + 20); // in the middle
  await restarting;
  await current.child('users').ready();
  await eventually(
    async () => {
      // Whoever was killed leaves leases of two minutes.
      const over = 'update mails set due_at = now() where due_at > now()';
      await inPostgres(current.urls.databases.users, over);
      const rest = 'select id from mails where due_at is not null';
      const waiting = await inPostgres(current.urls.databases.users, rest);
      return { waiting, news: await lettersTo(dataDir, dora.account.email) };
    },
    ({ waiting, news }) => waiting.length === 0 && news.length >= 21,
    20_000,
  );
  const news = (await lettersTo(dataDir, dora.account.email)).filter(({ subject }) => subject.includes('Noise'));
  expect(news).toHaveLength(20);
  expect(new Set(news.map(({ messageId }) => messageId)).size).toBe(20);
  const mails = await inPostgres<{ id: string }>(
    current.urls.databases.users,
    'select id from mails where sent_at > $1',
    [new Date(0)],
  );
  expect(new Set(await mailFiles(dataDir))).toEqual(new Set(mails.map(({ id }) => `${id}.eml`)));
}, 60_000);
