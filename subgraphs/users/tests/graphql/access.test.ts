// Who sees what of a person and a session: the same through root fields, nested fields, node and the federation door.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, type Person, type Served, serve } from '../lab/open-graph.js';

let users: Served;
let ada: Person;
let ben: Person;
const asking: Record<string, Viewer | null> = { anonymous: null };

beforeAll(async () => {
  users = await serve();
  ada = await users.join('Ada');
  ben = await users.join('Ben');
  asking['self'] = ada.viewer;
  asking['other'] = ben.viewer;
  asking['coach'] = { ...(await users.join('Cam')).viewer, role: 'COACH' };
  asking['admin'] = { ...(await users.join('Dan')).viewer, role: 'ADMIN' };
});
afterAll(() => users.close());

const FIELDS = '__typename ... on User { id displayName bio locale role version email sessions { id isCurrent } }';

/** Every path to a person; each answers the person, or null. */
const paths: Record<string, (id: string, viewer: Viewer | null) => Promise<unknown>> = {
  'user(id)': async (id, viewer) =>
    (await users.ask(`query ($id: ID!) { user(id: $id) { ${FIELDS} } }`, { id }, viewer)).data?.user ?? null,
  'users(search)': async (id, viewer) => {
    const query = `{ users(search: "ada", first: 1) { edges { node { ${FIELDS} } } } }`;
    return (await users.ask(query, { id }, viewer)).data?.users.edges[0].node ?? null;
  },
  'node(id)': async (id, viewer) =>
    (await users.ask(`query ($id: ID!) { node(id: $id) { ${FIELDS} } }`, { id }, viewer)).data.node,
  'nodes(ids)': async (id, viewer) =>
    (await users.ask(`query ($id: ID!) { nodes(ids: [$id]) { ${FIELDS} } }`, { id }, viewer)).data.nodes[0],
  _entities: async (id, viewer) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${FIELDS} } }`;
    return (await users.ask(query, { r: [{ __typename: 'User', id }] }, viewer)).data._entities[0];
  },
};

const expected = (who: string) => {
  if (who === 'anonymous') return null;
  return {
    __typename: 'User',
    id: ada.id,
    displayName: 'Ada',
    bio: '',
    locale: 'en',
    role: 'USER',
    version: 1,
    email: ['self', 'admin'].includes(who) ? ada.email : null,
    sessions: who === 'self' ? [{ id: ada.viewer.sessionId, isCurrent: true }] : null,
  };
};

describe.each(Object.keys(paths))('a person through %s', (path) => {
  test.each(['anonymous', 'self', 'other', 'coach', 'admin'])('asked by %s', async (who) => {
    expect(await paths[path]?.(ada.id, asking[who] ?? null)).toEqual(expected(who));
  });
});

test('me is the person who asks, and null for nobody', async () => {
  const query = `{ me { ${FIELDS} } }`;
  expect((await users.ask(query, {}, asking['self'])).data.me).toEqual(expected('self'));
  const anonymous = await users.ask(query);
  expect(anonymous).toEqual({ data: { me: null } });
});

test.each(['user(id: "x") { id }', 'users(first: 1) { edges { cursor } }'])('nobody asks %s', async (field) => {
  expect(codesOf(await users.ask(`{ ${field} }`))).toEqual(['UNAUTHENTICATED']);
});

const SESSION = '... on Session { device isCurrent }';
const sessionPaths: Record<string, (id: string, viewer: Viewer | null) => Promise<unknown>> = {
  'node(id)': async (id, viewer) =>
    (await users.ask(`query ($id: ID!) { node(id: $id) { ${SESSION} } }`, { id }, viewer)).data.node,
  _entities: async (id, viewer) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${SESSION} } }`;
    return (await users.ask(query, { r: [{ __typename: 'Session', id }] }, viewer)).data._entities[0];
  },
};

describe.each(Object.keys(sessionPaths))('a session through %s', (path) => {
  test.each(['anonymous', 'other', 'coach', 'admin'])('is nothing to %s', async (who) => {
    expect(await sessionPaths[path]?.(ada.viewer.sessionId, asking[who] ?? null)).toBeNull();
  });

  test('is its owner’s', async () => {
    expect(await sessionPaths[path]?.(ada.viewer.sessionId, ada.viewer)).toEqual({
      device: 'Unknown device',
      isCurrent: true,
    });
  });
});

test('an entity that does not exist, is of another type or malformed is null, and spoils no other', async () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { displayName } } }';
  const ids = [mintId('User'), ada.viewer.sessionId, 'x'.repeat(1_000), '', '\u0000', ben.id];
  const answer = await users.ask(query, { r: ids.map((id) => ({ __typename: 'User', id })) }, ada.viewer);
  expect(answer).toEqual({ data: { _entities: [null, null, null, null, null, { displayName: 'Ben' }] } });
});

test('somebody else’s session cannot be ended, and only admins change roles', async () => {
  const revoke =
    'mutation ($id: ID!) { revokeSession(input: {sessionId: $id}) { endedSessionId userErrors { code } } }';
  const { data } = await users.ask(revoke, { id: ada.viewer.sessionId }, ben.viewer);
  expect(data.revokeSession).toEqual({ endedSessionId: null, userErrors: [{ code: 'NOT_FOUND' }] });
  const promote = 'mutation ($id: ID!) { changeUserRole(input: {userId: $id, role: ADMIN}) { user { id } } }';
  expect(codesOf(await users.ask(promote, { id: ben.id }, ben.viewer))).toEqual(['FORBIDDEN']);
  expect(codesOf(await users.ask(promote, { id: ben.id }))).toEqual(['UNAUTHENTICATED']);
  // The signed call says ADMIN, but the table does not: a token that outlived its role.
  expect(codesOf(await users.ask(promote, { id: ben.id }, asking['admin']))).toEqual(['FORBIDDEN']);
});

test.each([
  'signOut { endedSessionId }',
  'revokeOtherSessions { userErrors { code } }',
  'revokeSession(input: {sessionId: "x"}) { userErrors { code } }',
  'updateProfile(input: {expectedVersion: 1}) { userErrors { code } }',
  'changePassword(input: {currentPassword: "a", newPassword: "b"}) { userErrors { code } }',
])('nobody is UNAUTHENTICATED: %s', async (field) => {
  expect(codesOf(await users.ask(`mutation { ${field} }`))).toEqual(['UNAUTHENTICATED']);
});
