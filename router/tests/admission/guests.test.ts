// A guest: somebody without an account, known by a token of its own kind.
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { ISSUER, viewer } from '../lab/keys.js';
import { useLab } from '../lab/lab.js';
import { people } from '../lab/people.js';

const lab = useLab();
const WHO = '{ whoAmI }';
const guestToken = async () => (await lab.issuer.guestTokenFor('guest-1')).token;

it('is told to subgraphs beside the viewer, and is never one', async () => {
  const headers = { 'x-mosaic-guest': await guestToken() };
  expect((await ask(lab.url, WHO, { headers })).data).toEqual({ whoAmI: null });
  expect(people.calls.at(-1)).toMatchObject({ viewer: null, guest: 'guest-1' });
  const token = await lab.token(viewer('ada'));
  expect((await ask(lab.url, WHO, { headers, token })).data).toEqual({ whoAmI: 'ada' });
  expect(people.calls.at(-1)).toMatchObject({ viewer: 'ada', guest: 'guest-1' });
});

it('has a token that is no access token, and an access token is none', async () => {
  const [guest, access] = [await guestToken(), await lab.token(viewer('ada'))];
  const asViewer = await ask(lab.url, WHO, { token: guest });
  expect([asViewer.status, asViewer.codes]).toEqual([401, ['UNAUTHENTICATED']]);
  const asGuest = await ask(lab.url, WHO, { headers: { 'x-mosaic-guest': access } });
  expect([asGuest.status, asGuest.codes]).toEqual([401, ['UNKNOWN_GUEST']]);
});

it('is refused with an expired token, or one of another issuer', async () => {
  const old = await lab.issuer.guestTokenFor('guest-1', new Date('2020-01-01'));
  const foreign = await lab.issuer.guestTokenFor('guest-1', new Date(), `${ISSUER}.evil`);
  for (const { token } of [old, foreign]) {
    const reply = await ask(lab.url, WHO, { headers: { 'x-mosaic-guest': token } });
    expect([reply.status, reply.codes]).toEqual([401, ['UNKNOWN_GUEST']]);
  }
});
