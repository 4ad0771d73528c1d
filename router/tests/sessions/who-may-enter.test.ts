// The doors of /session: for our own pages, by POST, with a small JSON body. Nobody else reaches the graph.
import { beforeEach, expect, it } from 'vitest';
import { ADA, useSessions } from '../lab/use-sessions.js';

const lab = useSessions();
const DOORS = ['sign-in', 'sign-up', 'refresh', 'sign-out', 'guest'].map((name) => `/session/${name}`);
const json = { 'content-type': 'application/json' };

beforeEach(() => {
  lab.users.calls.length = 0;
});

it.each(DOORS)('%s refuses a request without Origin, and one of another page, whatever its cookies', async (door) => {
  const browser = await lab.signedIn();
  const before = lab.users.calls.length;
  const form = JSON.stringify(door.endsWith('sign-in') ? ADA : {});
  const foreign = ['https://evil.test', 'null', `${lab.origin}.evil.test`, 'http://app.example', ''];
  for (const origin of [undefined, ...foreign]) {
    const headers = { ...json, ...(origin !== undefined && { origin }), 'sec-fetch-site': 'same-origin' };
    const { status, codes, set } = await browser.send(door, { method: 'POST', body: form, headers });
    expect([origin, status, codes, set]).toEqual([origin, 403, ['FOREIGN_ORIGIN'], []]);
  }
  expect(lab.users.calls).toHaveLength(before);
});

it.each(DOORS)('%s knows POST only', async (door) => {
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
    const { status, headers } = await lab.browser().send(door, { method, headers: { origin: lab.origin } });
    expect([method, status, headers.get('allow')]).toEqual([method, 405, 'POST, OPTIONS']);
  }
});

it.each(DOORS)('%s takes small JSON of its shape only', async (door) => {
  const browser = lab.browser();
  const answers = await Promise.all([
    browser.post(door, ' ', { 'content-type': 'text/plain' }),
    browser.post(door, 'email=a&password=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    browser.post(door, '{}', { 'content-type': 'application/graphql' }),
    browser.post(door, '{}', { 'content-encoding': 'gzip' }),
    browser.post(door, '{'),
    browser.post(door, '[]'),
    browser.post(door, { sessionId: 'chosen' }),
    browser.post(door, '['.repeat(50) + ']'.repeat(50)),
    browser.post(door, { email: 'x'.repeat(16 * 1024), password: 'p' }),
  ]);
  expect(answers.map(({ status, codes }) => `${status} ${codes}`)).toEqual([
    ...['400 CSRF', '400 CSRF', '415 UNSUPPORTED_MEDIA_TYPE', '415 UNSUPPORTED_MEDIA_TYPE'],
    ...Array(4).fill('400 BAD_FORM'),
    '413 FORM_TOO_LARGE',
  ]);
  expect(lab.users.calls).toEqual([]);
});

it('lets a listed origin in, with credentials, and answers its preflight', async () => {
  const page = 'https://app.example';
  const preflight = await lab.browser().send('/session/refresh', { method: 'OPTIONS', headers: { origin: page } });
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, page]);
  const { status, headers } = await lab.browser(page).post('/session/sign-in', ADA);
  expect([status, headers.get('access-control-allow-credentials')]).toEqual([200, 'true']);
});

it('is no door under any other name', async () => {
  expect((await lab.browser().post('/session/elsewhere')).status).toBe(404);
});
