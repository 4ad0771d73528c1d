// Who asks: verified once by the router, whether `users` runs or not.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { eventually } from '../lab/eventually.js';
import { testIssuer, viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';

const lab = useLab();
const WHO = '{ whoAmI }';
const ada = viewer('ada');

it('tells subgraphs who asks, in which language, and how long an answer is wanted', async () => {
  const { data } = await ask(lab.url, WHO, {
    token: await lab.token(ada),
    headers: { 'accept-language': 'fr-CA, en;q=0.5' },
  });
  expect(data).toEqual({ whoAmI: 'ada' });
  expect(people.calls.at(-1)).toMatchObject({ viewer: 'ada', locale: 'fr' });
  expect(people.calls.at(-1)?.leftMs).toBeGreaterThan(0);
  expect(people.calls.at(-1)?.leftMs).toBeLessThanOrEqual(seconds(2));
});

it('never takes an identity from a header of the client', async () => {
  const forged = { 'x-viewer': 'eve', 'x-user-id': 'eve', 'x-mosaic-caller': 'eve', 'x-mosaic-viewer': 'eve' };
  expect((await ask(lab.url, WHO, { headers: forged })).data).toEqual({ whoAmI: null });
  const { data } = await ask(lab.url, WHO, { token: await lab.token(ada), headers: forged });
  expect(data).toEqual({ whoAmI: 'ada' });
});

it.each([
  ['no JWT', async () => 'nonsense'],
  ['one of another issuer', async () => (await testIssuer('test-1')).tokenFor(ada)],
  ['an expired one', async () => lab.issuer.tokenFor(ada, new Date(Date.now() - minutes(11)))],
  ['one cut short', async () => (await lab.token(ada)).slice(0, -4)],
  ['one without a signature', async () => `${(await lab.token(ada)).split('.').slice(0, 2).join('.')}.`],
  ['a huge one', async () => `a.${'b'.repeat(5_000)}.c`],
])('answers a bad token with 401, never as anonymous: %s', async (_, make) => {
  const before = people.calls.length;
  const { status, codes, headers } = await ask(lab.url, WHO, { token: await make() });
  expect([status, codes, headers.get('www-authenticate')]).toEqual([401, ['UNAUTHENTICATED'], 'Bearer']);
  expect(people.calls).toHaveLength(before);
});

it('understands no other scheme', async () => {
  expect((await ask(lab.url, WHO, { headers: { authorization: 'Basic YTpi' } })).status).toBe(401);
});

it('reloads the keys at most once for a flood of unknown key ids', async () => {
  const stranger = await testIssuer('unknown-kid');
  const token = await stranger.tokenFor(ada);
  expect((await ask(lab.url, WHO, { token: await lab.token(ada) })).status).toBe(200); // the first keys are here
  const before = lab.jwks.asked;
  const replies = await Promise.all(Array.from({ length: 20 }, () => ask(lab.url, WHO, { token })));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]));
  expect(lab.jwks.asked - before).toBe(1);
});

it('verifies tokens with `users` stopped, also after a restart, from the cache on disk', async () => {
  const cache = join(lab.folder, 'jwks.json');
  await eventually(async () => expect(await readFile(cache, 'utf8')).toContain('test-1'));
  lab.jwks.isDown = true;
  const asked = lab.jwks.asked;
  const restarted = await lab.startRouter({ JWKS_CACHE: cache });
  expect((await ask(restarted.url, WHO, { token: await lab.token(ada) })).data).toEqual({ whoAmI: 'ada' });
  await eventually(() => expect(lab.jwks.asked).toBeGreaterThan(asked)); // it did try
  await restarted.stop();
  lab.jwks.isDown = false;
});

it('says that it cannot tell, when it never saw a key; anonymous requests go on', async () => {
  lab.jwks.isDown = true;
  const { url, stop } = await lab.startRouter({ JWKS_CACHE: join(lab.folder, 'other', 'none.json') });
  const token = await lab.token(ada);
  const reply = await ask(url, WHO, { token });
  expect([reply.status, reply.codes]).toEqual([503, ['IDENTITY_UNAVAILABLE']]);
  expect((await ask(url, WHO)).data).toEqual({ whoAmI: null });
  lab.jwks.isDown = false;
  await expect.poll(async () => (await ask(url, WHO, { token })).status, { timeout: 10_000 }).toBe(200);
  await stop();
});

it('learns a new key while it runs, when a token names it', async () => {
  const { url, stop } = await lab.startRouter();
  expect((await ask(url, WHO, { token: await lab.token(ada) })).data).toEqual({ whoAmI: 'ada' });
  const next = await testIssuer('rotated');
  const token = await next.tokenFor(viewer('bob'));
  lab.jwks.keys = [lab.issuer.publicKey, next.publicKey];
  expect((await ask(url, WHO, { token })).data).toEqual({ whoAmI: 'bob' });
  await stop();
});
