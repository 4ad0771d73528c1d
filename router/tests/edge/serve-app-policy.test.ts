// What a browser is told of the web app: nothing from elsewhere, no inline script, and styles by a nonce used once.
import { beforeAll, expect, it } from 'vitest';
import { buildApp, get, open } from '../lab/built-app.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();
let app = '';
let url = '';
beforeAll(async () => {
  app = await buildApp(lab.folder);
  url = (await lab.startRouter({ APP_DIR: app })).url;
});

const policyWith = (styles: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' data: blob:; media-src 'self' blob:; ` +
  "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'";

const nonceOf = (page: Buffer): string => /content="([^"]*)"/.exec(page.toString())?.[1] ?? '';

it('draws a nonce of 128 bits for each answer, and the policy names the one in the page', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, () => open(url, '/')));
  const nonces = pages.map(({ body }) => nonceOf(body));
  expect(new Set(nonces).size).toBe(20);
  for (const [at, { headers, body }] of pages.entries()) {
    const nonce = nonces[at] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(headers['content-security-policy']).toBe(policyWith(`'self' 'nonce-${nonce}'`));
    expect(body.toString()).toBe(
      `<!doctype html><meta name="style-nonce" content="${nonce}"><style nonce="${nonce}">p{}</style><p>Bonjour</p>\n`,
    );
  }
});

it('gives files the same policy without a nonce: a worker obeys the one of its script', async () => {
  for (const path of ['/sw.js', '/assets/main-4fJq_x-1.js']) {
    expect((await get(url, path)).headers['content-security-policy']).toBe(policyWith("'self'"));
  }
});

it.each(['/', '/sw.js', '/assets/main-4fJq_x-1.js'])('sends the other security headers with %s', async (path) => {
  const { headers } = await get(url, path);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  const permissions = String(headers['permissions-policy']).split(', ');
  expect(permissions).toEqual(expect.arrayContaining(['camera=()', 'microphone=()', 'geolocation=()', 'payment=()']));
  expect(permissions.filter((one) => !one.endsWith('=()'))).toEqual([]);
});

it('upgrades what is insecure only in a production on https', async () => {
  const production = { APP_DIR: app, NODE_ENV: 'production' };
  const policyOf = async (settings: Record<string, string>, path: string) => {
    const router = await lab.startRouter(settings);
    return String((await open(router.url, path)).headers['content-security-policy']);
  };
  expect(await policyOf(production, '/')).toMatch(/; upgrade-insecure-requests$/);
  expect(await policyOf(production, '/sw.js')).toBe(`${policyWith("'self'")}; upgrade-insecure-requests`);
  expect(await policyOf({ ...production, CORS_ORIGINS: '' }, '/')).not.toContain('upgrade-insecure-requests');
});
