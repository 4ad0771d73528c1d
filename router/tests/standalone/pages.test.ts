// Which pages may talk to the standalone router, and what a browser sees at its address.
import { expect, it } from 'vitest';
import { rawSocket } from '../lab/raw-socket.js';
import { useAlone } from './lab/alone.js';

const alone = useAlone();
const EVIL = 'https://any.example';

const preflight = (url: string, origin: string) =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-tenant',
    },
  });

it('lets any page talk to it while developing, without credentials', async () => {
  const { status, headers } = await preflight(alone.url, EVIL);
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-credentials')).toBe(null);
  expect(headers.get('access-control-allow-headers')).toBe('content-type,x-tenant');
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
  (await rawSocket(alone.url, { origin: EVIL })).ws.close();
});

it('lets no page talk to it in production, but those that are listed', async () => {
  const closed = await alone.start({ NODE_ENV: 'production' });
  expect((await preflight(closed.url, EVIL)).headers.get('access-control-allow-origin')).toBe(null);
  await expect(rawSocket(closed.url, { origin: EVIL })).rejects.toThrow('403');
  (await rawSocket(closed.url)).ws.close(); // no browser
  await closed.stop();

  const listed = await alone.start({ NODE_ENV: 'production', CORS_ORIGINS: 'https://shop.example' });
  const { headers } = await preflight(listed.url, 'https://shop.example');
  expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(headers.get('vary')).toBe('Origin');
  expect((await preflight(listed.url, EVIL)).headers.get('access-control-allow-origin')).toBe(null);
  (await rawSocket(listed.url, { origin: 'https://shop.example' })).ws.close();
  await expect(rawSocket(listed.url, { origin: EVIL })).rejects.toThrow('403');
  await listed.stop();

  const open = await alone.start({ NODE_ENV: 'production', CORS_ORIGINS: '*' });
  expect((await preflight(open.url, EVIL)).headers.get('access-control-allow-origin')).toBe('*');
  await open.stop();
});

it('shows Sandbox to a browser while developing, and a plain sentence in production', async () => {
  const look = async (url: string) => (await fetch(url, { headers: { accept: 'text/html' } })).text();
  expect(await look(alone.url)).toContain('sandbox');
  const { url, stop } = await alone.start({ NODE_ENV: 'production' });
  expect(await look(url)).toContain('This is a GraphQL endpoint');
  await stop();
});
