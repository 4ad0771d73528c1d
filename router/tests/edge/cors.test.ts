// Which browser pages may talk to the router.
import { expect, it } from 'vitest';
import { useLab } from '../lab/lab.js';

const lab = useLab();

const preflight = (origin: string) =>
  fetch(lab.url, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });

it('lets a listed origin in, with credentials, by its exact name', async () => {
  const { status, headers } = await preflight('https://app.example');
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
  expect(headers.get('access-control-allow-credentials')).toBe('true');
  expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, PUT');
  expect(headers.get('access-control-allow-headers')).toContain('authorization');
  expect(headers.get('vary')).toContain('Origin');
});

it.each(['https://app.example.evil.test', 'http://app.example', 'https://evil.test', 'null', 'https://APP.example'])(
  'gives %s nothing',
  async (origin) => {
    const { headers } = await preflight(origin);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const posted = await fetch(lab.url, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{"query":"{ whoAmI }"}',
    });
    expect(posted.headers.get('access-control-allow-origin')).toBe(null);
  },
);

it('lets a listed origin read refusals too', async () => {
  const refused = await fetch(lab.url, { method: 'POST', headers: { origin: 'https://app.example' } });
  expect(refused.status).toBe(400);
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://app.example');
  expect(refused.headers.get('access-control-expose-headers')).toBe('x-request-id');
});
