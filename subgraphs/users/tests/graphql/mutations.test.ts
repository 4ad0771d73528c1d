// The mutations as a client meets them.
import { verifyAccessToken } from '@mosaic/kernel/identity/access-token';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personOf, type Served, SIGN_UP, serve } from '../lab/open-graph.js';
import { PASSWORD } from '../lab/open-lab.js';

let users: Served;
beforeAll(async () => {
  users = await serve();
});
afterAll(() => users.close());

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { session { accessToken refreshToken user { displayName } } userErrors { code parameters { name value } } }
}`;
const REFRESH = `mutation ($token: String!) {
  refreshSession(input: {refreshToken: $token}) { session { accessToken refreshToken } userErrors { code } }
}`;

test('signing up answers tokens and the public part of the new account', async () => {
  const input = { email: 'zoe@people.test', password: PASSWORD, displayName: 'Zoé', locale: 'fr' };
  const { data, errors } = await users.ask(SIGN_UP, { input });
  expect(errors).toBeUndefined();
  const { session, userErrors } = data.signUp;
  expect(userErrors).toEqual([]);
  expect(session.user).toEqual({
    id: personOf(session).id,
    displayName: 'Zoé',
    role: 'USER',
    locale: 'fr',
    email: null, // this request is still anonymous
  });
  const refused = await users.ask(SIGN_UP, { input: { ...input, email: 'ZOE@people.test' } });
  expect(refused.data.signUp).toMatchObject({ session: null, userErrors: [{ code: 'EMAIL_TAKEN', path: ['email'] }] });
  const short = await users.ask(SIGN_UP, { input: { ...input, password: 'short' } });
  expect(short.data.signUp.userErrors).toEqual([
    {
      code: 'PASSWORD_TOO_SHORT',
      message: 'A password has at least 8 characters.',
      path: ['password'],
      parameters: [{ name: 'minimumCharacters', value: '8' }],
    },
  ]);
  const elsewhere = await users.ask(SIGN_UP, { input: { ...input, locale: 'de' } });
  expect(elsewhere.data.signUp.userErrors).toMatchObject([{ code: 'BAD_INPUT', path: ['locale'] }]);
});

test('an input cannot carry a role, a version or an id', async () => {
  for (const more of [{ role: 'ADMIN' }, { version: 5 }, { id: 'x' }]) {
    const input = { email: 'x@people.test', password: PASSWORD, displayName: 'X', ...more };
    expect((await users.ask(SIGN_UP, { input })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('the access token verifies with the published keys, and no private part is published', async () => {
  const person = await users.join('Signer');
  const { data } = await users.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
  const response = await fetch(new URL('/.well-known/jwks.json', users.url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/jwk-set+json');
  expect(response.headers.get('cache-control')).toMatch(/^public, max-age=300,/);
  const published = (await response.json()) as JSONWebKeySet;
  const shape = { alg: 'ES256', crv: 'P-256', kty: 'EC', use: 'sig', x: expect.any(String), y: expect.any(String) };
  expect(published.keys).toEqual(['first', 'second'].map((kid) => ({ ...shape, kid })));
  const keys = createLocalJWKSet(published);
  const { viewer } = await verifyAccessToken(data.signIn.session.accessToken, 'https://mosaic.test', keys);
  expect(viewer).toMatchObject({ id: person.id, role: 'USER' });
});

test('a refresh token is exchanged, and a refresh token is no access token', async () => {
  const person = await users.join('Refresher');
  const first = (await users.ask(REFRESH, { token: person.refreshToken })).data.refreshSession;
  const again = (await users.ask(REFRESH, { token: person.refreshToken })).data.refreshSession;
  expect(first.userErrors).toEqual([]);
  expect(again.session.refreshToken).toBe(first.session.refreshToken);
  const asAccess = (await users.ask(REFRESH, { token: first.session.accessToken })).data.refreshSession;
  expect(asAccess).toEqual({ session: null, userErrors: [{ code: 'SESSION_OVER' }] });
});

test('wrong credentials and a pause are data, with what a client needs', async () => {
  const { email } = await users.join('Guessed');
  const guess = async () =>
    (await users.ask(SIGN_IN, { input: { email, password: 'wrong password' } })).data.signIn.userErrors;
  for (let n = 0; n < 5; n += 1) expect(await guess()).toEqual([{ code: 'WRONG_CREDENTIALS', parameters: [] }]);
  expect(await guess()).toEqual([
    { code: 'TOO_MANY_ATTEMPTS', parameters: [{ name: 'retryAfterSeconds', value: expect.stringMatching(/^\d+$/) }] },
  ]);
});

test('the profile: what is absent stays, null empties only the bio', async () => {
  const { viewer } = await users.join('Changer');
  const update = (input: object) =>
    users.ask(
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { displayName bio version } userErrors { code path } } }',
      { input },
      viewer,
    );
  expect((await update({ expectedVersion: 1, bio: 'Hello' })).data.updateProfile).toEqual({
    user: { displayName: 'Changer', bio: 'Hello', version: 2 },
    userErrors: [],
  });
  expect((await update({ expectedVersion: 2, displayName: 'Changed', bio: null })).data.updateProfile.user).toEqual({
    displayName: 'Changed',
    bio: '',
    version: 3,
  });
  expect((await update({ expectedVersion: 3, displayName: null })).data.updateProfile.userErrors).toEqual([
    { code: 'BAD_INPUT', path: ['displayName'] },
  ]);
  expect((await update({ expectedVersion: 1, bio: 'late' })).data.updateProfile).toEqual({
    user: null,
    userErrors: [{ code: 'CONFLICT', path: ['expectedVersion'] }],
  });
});

test('sessions: listed for their owner, ended one by one or all but one', async () => {
  const here = await users.join('Traveller');
  const signIn = async (device: string) => {
    const { data } = await users.ask(SIGN_IN, { input: { email: here.email, password: PASSWORD, device } });
    return personOf(data.signIn.session);
  };
  const phone = await signIn('Phone');
  await signIn('Tablet');
  const list = async () =>
    (await users.ask('{ me { sessions { device isCurrent } } }', {}, here.viewer)).data.me.sessions;
  expect(await list()).toEqual([
    { device: 'Tablet', isCurrent: false },
    { device: 'Phone', isCurrent: false },
    { device: 'Unknown device', isCurrent: true },
  ]);
  const revoke = 'mutation ($id: ID!) { revokeSession(input: {sessionId: $id}) { endedSessionId } }';
  const revoked = await users.ask(revoke, { id: phone.viewer.sessionId }, here.viewer);
  expect(revoked.data.revokeSession).toEqual({ endedSessionId: phone.viewer.sessionId });
  const others = 'mutation { revokeOtherSessions { sessions { device isCurrent } userErrors { code } } }';
  expect((await users.ask(others, {}, here.viewer)).data.revokeOtherSessions).toEqual({
    sessions: [{ device: 'Unknown device', isCurrent: true }],
    userErrors: [],
  });
  const out = await users.ask('mutation { signOut { endedSessionId } }', {}, here.viewer);
  expect(out.data.signOut).toEqual({ endedSessionId: here.viewer.sessionId });
  expect(await list()).toEqual([]);
});
