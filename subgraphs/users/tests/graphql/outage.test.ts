// PostgreSQL dies and comes back: health says so, nobody waits long, nothing needs a restart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '@mosaic/embedded/postgres/start-postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Served, serve } from '../lab/open-graph.js';

const dataDir = mkdtempSync(join(tmpdir(), 'mosaic-users-outage-'));
let server: PostgresServer;
let users: Served;

beforeAll(async () => {
  server = await startPostgres({ dataDir });
  users = await serve({}, await server.ensureDatabase('users'));
});
afterAll(async () => {
  await users.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const health = async () => {
  const from = performance.now();
  const response = await fetch(new URL('/health', users.url));
  const body = (await response.json()) as { status: string; database: string };
  return { code: response.status, ...body, took: performance.now() - from };
};
const eventually = async (wanted: number, within: number) => {
  const from = performance.now();
  while ((await health()).code !== wanted) {
    if (performance.now() - from > within) throw new Error(`not ${wanted} within ${within} ms`);
  }
};

test('503 within 2 s of its death, an error instead of a wait meanwhile, and 200 again by itself', async () => {
  const ada = await users.join('Ada');
  expect(await health()).toMatchObject({ code: 200, status: 'healthy', database: 'connected' });

  const { port } = server;
  await server.stop();
  await eventually(503, 2_000);
  expect(await health()).toMatchObject({ code: 503, status: 'unhealthy', database: 'disconnected' });

  const from = performance.now();
  const answer = await users.ask('{ me { id } }', {}, ada.viewer);
  expect(performance.now() - from).toBeLessThan(3_000);
  expect(codesOf(answer)).toEqual(['INTERNAL']);
  expect(JSON.stringify(answer)).not.toMatch(/ECONN|postgres|127\.0\.0\.1|knex/i);

  server = await startPostgres({ dataDir, port });
  await eventually(200, 5_000);
  expect((await users.ask('{ me { id } }', {}, ada.viewer)).data.me).toEqual({ id: ada.id });
});
