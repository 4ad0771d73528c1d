// Ports: the preferred one, else the next free one, without pushing a neighbour from its own.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort, isFree, nextFreePort } from '@mosaic/embedded/postgres/free-port';
import { choosePorts } from '@mosaic/embedded/supervisor/choose-ports';
import { expect, it } from 'vitest';

async function occupy(port: number): Promise<() => void> {
  const server = createServer().listen(port, '127.0.0.1');
  // Busy by another program is as good.
  await Promise.race([once(server, 'listening'), once(server, 'error').catch(() => undefined)]).catch(() => undefined);
  return () => void server.close();
}

it('takes the next free port when one is busy or taken', async () => {
  const busy = await freePort();
  const release = await occupy(busy);
  expect(await isFree(busy)).toBe(false);
  const next = await nextFreePort(busy, new Set([busy + 1]));
  expect(next).toBeGreaterThan(busy + 1);
  expect(await isFree(next)).toBe(true);
  release();
});

it('finds random ports below the range of outgoing connections', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort));
  expect(ports.every((port) => port >= 20_000 && port < 32_000)).toBe(true);
  expect(new Set(ports).size).toBeGreaterThan(10);
});

it('moves the router from a busy 4000, but not to the subgraphs’ ports', async () => {
  const release = await occupy(4_000);
  const ports = await choosePorts(['users', 'content', 'router', 'router-2'], 'preferred', []);
  const [router, second] = [ports.get('router')!, ports.get('router-2')!];
  expect(router).toBeGreaterThan(4_006);
  expect(second).toBeGreaterThan(router);
  expect(new Set(ports.values()).size).toBe(4);
  release();
});

it('waits for the children of a killed supervisor to leave their ports', async () => {
  const port = await freePort();
  const release = await occupy(port);
  let isReleased = false;
  setTimeout(() => {
    isReleased = true;
    release();
  }, 150);
  await choosePorts(['router'], 'free', [port]);
  expect(isReleased).toBe(true);
});
