// The running subgraph with Redis and a directory of mails: what admins do is in the trail exactly once, other
// subgraphs' acts too, and whoever may not, may not by any door.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { toFields } from '@mosaic/kernel/stores/stream-entry';
import { mintId } from '@mosaic/kernel/values/ids';
import { notificationAdded } from '@mosaic/schema/events/content';
import { Redis } from 'ioredis';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/data/store.js';
import { newAct } from '../lab/acts.js';
import { codesOf, type Person, type Served, serve } from '../lab/open-graph.js';
import { openDatabase } from '../lab/open-lab.js';

const scope = new Scope();
const mailDir = mkdtempSync(join(tmpdir(), 'mosaic-users-mails-'));
let users: Served;
let orm: MikroORM;
let redis: Redis;
let admin: Person;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  scope.defer(() => rm(mailDir, { recursive: true, force: true }));
  const server = scope.own(await startRedis(), (running) => running.stop());
  const url = await openDatabase(scope);
  redis = scope.own(new Redis(server.url), (open) => open.disconnect());
  users = scope.own(await serve({}, url, { REDIS_URL: server.url, MAIL_DIR: mailDir }), (open) => open.close());
  orm = await openStore(scope, { url });
  [admin, ada, ben] = [await users.join('Admin'), await users.join('Ada'), await users.join('Ben')];
  await orm.em.fork().execute("update users set role = 'ADMIN' where id = ?", [admin.id]);
  admin.viewer = { ...admin.viewer, role: 'ADMIN' };
});
afterAll(() => scope.close());

const publish = (subgraph: string, event: OutboxEvent) => redis.xadd(`events:${subgraph}`, '*', ...toFields(event));
const change = async (field: string, input: object, answer: string, viewer: Viewer | null) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { ${answer} userErrors { code } } }`;
  const result = await users.ask(query, { input }, viewer);
  expect(result.errors).toBeUndefined();
  expect(result.data[field].userErrors).toEqual([]);
  return result.data[field];
};
const trail = async (first = 100) => {
  const query = `query ($first: Int) { auditTrail(first: $first) { edges { node {
    id position action subjectId actor { id } subject { __typename id } details { name value } digest } } } }`;
  const { data } = await users.ask(query, { first }, admin.viewer);
  return (data.auditTrail.edges as { node: { action: string; subjectId: string } }[]).map(({ node }) => node);
};

test('every audited mutation yields exactly one entry, and the chain holds', async () => {
  const by = admin.viewer;
  const offer = { headline: 'Calm', timeZone: 'Europe/Paris', specialtyIds: [] as string[] };
  const created = await change('createSpecialty', { nameEn: 'Sleep', nameFr: 'Sommeil' }, 'specialty { id name }', by);
  const specialtyId = created.specialty.id as string;
  const hourlyRate = { amountMinor: 4_500, currency: 'EUR' };
  const input = { ...offer, hourlyRate, specialtyIds: [specialtyId] };
  const { coach } = await change('applyAsCoach', input, 'coach { id }', ada.viewer);
  await change('reviewCoach', { coachId: coach.id, decision: 'APPROVED', reason: 'Good' }, 'coach { standing }', by);
  await change('updateSpecialty', { specialtyId, nameEn: 'Sleeping' }, 'specialty { nameEn }', by);
  await change('archiveSpecialty', { specialtyId }, 'specialty { isArchived }', by);
  await change('suspendUser', { userId: ben.id, reason: 'Rude' }, 'user { status }', by);
  await change('reinstateUser', { userId: ben.id, reason: 'Sorry' }, 'user { status }', by);
  await change('changeUserRole', { userId: ben.id, role: 'COACH' }, 'user { role }', by);
  const expected = [
    ['createSpecialty', specialtyId],
    ['reviewCoach', coach.id],
    ['updateSpecialty', specialtyId],
    ['archiveSpecialty', specialtyId],
    ['suspendUser', ben.id],
    ['reinstateUser', ben.id],
    ['changeUserRole', ben.id],
  ];
  await expect.poll(async () => (await trail()).length, { timeout: 10_000 }).toBe(expected.length);
  const seen = await trail();
  expect(new Set(seen.map(({ action, subjectId }) => `${action} ${subjectId}`))).toEqual(
    new Set(expected.map((pair) => pair.join(' '))),
  );
  expect(seen.find(({ action }) => action === 'reviewCoach')).toMatchObject({
    actor: { id: admin.id },
    subject: { __typename: 'Coach', id: coach.id },
    details: [
      { name: 'from', value: 'APPLIED' },
      { name: 'reason', value: 'Good' },
      { name: 'to', value: 'APPROVED' },
    ],
  });
  const verify = '{ verifyAuditChain { isIntact entryCount brokenAt } }';
  const report = (await users.ask(verify, {}, admin.viewer)).data.verifyAuditChain;
  expect(report).toEqual({ isIntact: true, entryCount: 7, brokenAt: null });
});

test('an act of any of the six subgraphs is chained once, however often its stream repeats it', async () => {
  const before = (await trail()).length;
  const streams = ['users', 'content', 'booking', 'commerce', 'courses', 'media'];
  const acts = streams.map((stream) => ({ stream, act: newAct() }));
  for (let time = 0; time < 3; time += 1) for (const { stream, act } of acts) await publish(stream, act);
  await expect.poll(async () => (await trail()).length, { timeout: 10_000 }).toBe(before + 6);
  // Whatever comes behind them has been applied: so have the repetitions.
  await publish('media', newAct(mintId('Media')));
  await expect.poll(async () => (await trail()).length, { timeout: 10_000 }).toBe(before + 7);
  const subjects = (await trail()).map(({ subjectId }) => subjectId);
  for (const { act } of acts) expect(subjects.filter((id) => id === act.key)).toHaveLength(1);
});

const letters = async () => {
  const files = readdirSync(mailDir).filter((name) => name.endsWith('.eml'));
  return Promise.all(files.map((name) => PostalMime.parse(readFileSync(join(mailDir, name)))));
};

test('from the mailed link to the mailed notification', async () => {
  const welcome = async () => (await letters()).find(({ to }) => to?.[0]?.address === ada.email);
  await expect.poll(welcome, { timeout: 10_000 }).toMatchObject({ subject: 'Welcome to Mosaic' });
  const text = ((await welcome())?.text ?? '').replace(/\s/g, ' ');
  const token = /http:\/\/127\.0\.0\.1:4000\/verify-email#token=([\w-]{43})/.exec(text)?.[1];
  await change('verifyEmail', { token }, 'user { id }', null);
  const { data } = await users.ask('{ me { isEmailVerified status coach { standing } } }', {}, ada.viewer);
  expect(data.me).toEqual({ isEmailVerified: true, status: 'ACTIVE', coach: { standing: 'APPROVED' } });
  const news = (userId: string, byMail: boolean) => {
    const rest = { kind: 'ALERT_OPENED', subjectId: mintId('Alert'), parameters: { title: 'Pulse' }, byMail };
    return announce(notificationAdded, userId, { notificationId: mintId('Notification'), userId, ...rest }, new Date());
  };
  const wanted = news(ada.id, true);
  for (const event of [news(ben.id, true), news(ada.id, false), wanted, wanted]) await publish('content', event);
  const alerts = async () => (await letters()).filter(({ subject }) => subject === 'An alert is open: “Pulse”').length;
  await expect.poll(alerts, { timeout: 10_000 }).toBe(1);
});

test('asking for a reset is answered alike for anybody and nobody', async () => {
  const ask = (email: string) => change('requestPasswordReset', { email }, 'isRequested', null);
  const known = await ask(ada.email);
  expect(known).toEqual({ isRequested: true, userErrors: [] });
  for (const email of ['nobody@people.test', 'no address', '']) expect(await ask(email)).toEqual(known);
});

test('a guest starts, and is adopted at sign-up', async () => {
  const { data } = await users.ask('mutation { startGuest { guest { token expiresAt } userErrors { code } } }');
  expect(data.startGuest).toEqual({
    guest: { token: expect.stringMatching(/^ey/), expiresAt: expect.any(String) },
    userErrors: [],
  });
  const input = { email: 'guest@people.test', password: 'correct horse', displayName: 'Guest' };
  const guestId = mintId('Guest');
  const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { session { user { id } } } }';
  const { id } = (await users.ask(signUp, { input }, null, guestId)).data.signUp.session.user;
  const rows = await orm.em.fork().execute("select payload from outbox where name = 'GuestAdopted'");
  expect(rows).toEqual([{ payload: { guestId, userId: id } }]);
});

const ADMIN_ONLY = [
  'adminUsers(first: 1) { edges { node { id } } }',
  'auditTrail(first: 1) { edges { node { id } } }',
  'verifyAuditChain { isIntact }',
  'adminDashboard(period: {from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z"}) { period }',
];
test.each(ADMIN_ONLY)('only admins ask %s', async (field) => {
  expect(codesOf(await users.ask(`{ ${field} }`))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await users.ask(`{ ${field} }`, {}, { ...ada.viewer, role: 'COACH' }))).toEqual(['FORBIDDEN']);
  expect((await users.ask(`{ ${field} }`, {}, admin.viewer)).errors).toBeUndefined();
});

test.each([
  'suspendUser(input: {userId: "x", reason: "y"})',
  'reinstateUser(input: {userId: "x", reason: "y"})',
  'reviewCoach(input: {coachId: "x", decision: APPROVED, reason: "y"})',
  'createSpecialty(input: {nameEn: "x", nameFr: "y"})',
  'updateSpecialty(input: {specialtyId: "x"})',
  'archiveSpecialty(input: {specialtyId: "x"})',
])('only admins do %s', async (field) => {
  const query = `mutation { ${field} { userErrors { code } } }`;
  expect(codesOf(await users.ask(query))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await users.ask(query, {}, ada.viewer))).toEqual(['FORBIDDEN']);
});

test('coaches, specialties and entries through every door: for whom they are, and null for others', async () => {
  const entry = ((await trail(1))[0] as unknown as { id: string }).id;
  const { data } = await users.ask('{ me { coach { id } } }', {}, ada.viewer);
  const coach = data.me.coach.id as string;
  const FIELDS = `... on Coach { headline standing decisionReason hourlyRate { decimal } user { displayName } }
    ... on AuditEntry { action }`;
  const through = async (typename: string, id: string, viewer: Viewer | null) => {
    const representations = [{ __typename: typename, id }];
    const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${FIELDS} } }`;
    const byKey = (await users.ask(entities, { representations }, viewer)).data._entities[0];
    const node = (await users.ask(`query ($id: ID!) { node(id: $id) { ${FIELDS} } }`, { id }, viewer)).data.node;
    expect(node).toEqual(byKey);
    return byKey;
  };
  const shown = { headline: 'Calm', hourlyRate: { decimal: '45.00' }, user: { displayName: 'Ada' } };
  expect(await through('Coach', coach, null)).toBeNull();
  expect(await through('Coach', coach, ben.viewer)).toEqual({ ...shown, standing: null, decisionReason: null });
  for (const viewer of [ada.viewer, admin.viewer])
    expect(await through('Coach', coach, viewer)).toEqual({ ...shown, standing: 'APPROVED', decisionReason: 'Good' });
  for (const viewer of [null, ada.viewer]) expect(await through('AuditEntry', entry, viewer)).toBeNull();
  expect(await through('AuditEntry', entry, admin.viewer)).toEqual({ action: 'archiveProduct' });
  const others = '{ users(first: 10) { edges { node { email isEmailVerified status } } } }';
  const seen = (await users.ask(others, {}, ben.viewer)).data.users.edges as { node: { email: string | null } }[];
  expect(seen.filter(({ node }) => node.email === null)).toHaveLength(seen.length - 1);
});

test('admins search accounts by name, address, role and status', async () => {
  const find = async (filter: string) => {
    const query = `{ adminUsers(first: 10, ${filter}) { edges { node { displayName } } } }`;
    const { data } = await users.ask(query, {}, admin.viewer);
    return (data.adminUsers.edges as { node: { displayName: string } }[]).map(({ node }) => node.displayName);
  };
  expect(await find('search: "BEN@people"')).toEqual(['Ben']);
  expect(await find('role: ADMIN, status: ACTIVE')).toEqual(['Admin']);
  expect(await find('status: SUSPENDED')).toEqual([]);
  expect(await find('search: "%"')).toEqual([]);
});

test('the dashboard counts what the store holds, in the period only', async () => {
  const ask = async (from: string, to: string, viewer = admin.viewer) => {
    const query = `query ($period: PeriodInput!) { adminDashboard(period: $period) { period signUpCount activeUserCount } }`;
    return users.ask(query, { period: { from, to } }, viewer);
  };
  const year = new Date().getUTCFullYear();
  const [row] = await orm.em.fork().execute<{ n: number }[]>('select count(*)::int as n from users');
  const now = (await ask(`${year}-01-01T00:00:00Z`, `${year + 1}-01-01T00:00:00Z`)).data.adminDashboard;
  expect(now).toMatchObject({ signUpCount: row?.n, activeUserCount: row?.n });
  const past = await ask(`${year - 2}-01-01T00:00:00Z`, `${year - 1}-01-01T00:00:00Z`);
  expect(past.data.adminDashboard).toMatchObject({ signUpCount: 0, activeUserCount: 0 });
  expect(codesOf(await ask('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'))).toEqual(['BAD_INPUT']);
  const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AdminDashboard { signUpCount } } }`;
  const representation = [{ __typename: 'AdminDashboard', period: now.period }];
  expect((await users.ask(entities, { r: representation }, admin.viewer)).data._entities).toEqual([
    { signUpCount: row?.n },
  ]);
  expect((await users.ask(entities, { r: representation }, ada.viewer)).data._entities).toEqual([null]);
});
