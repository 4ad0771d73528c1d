// One role and one database per subgraph, on one server that only this machine reaches.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@mosaic/embedded/postgres/start-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownFolder } from '../lab/own-folder.js';

const dataDir = ownFolder('databases');
let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres({ dataDir });
});
afterAll(() => server.stop());

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

it('gives each name a role that owns its database and is no superuser', async () => {
  const url = await server.ensureDatabase('users');
  expect(server.url('users')).toBe(url);
  const [row] = await ask(
    url,
    `select current_user as role, current_database() as base, rolsuper, rolcreatedb, rolcreaterole
     from pg_roles where rolname = current_user`,
  );
  expect(row).toEqual({ role: 'users', base: 'users', rolsuper: false, rolcreatedb: false, rolcreaterole: false });
});

it('refuses a role at every database that is not its own', async () => {
  const users = new URL(await server.ensureDatabase('users'));
  await server.ensureDatabase('booking');
  for (const other of ['booking', 'postgres', 'template1']) {
    users.pathname = `/${other}`;
    // 42501 insufficient_privilege
    await expect(ask(users.href, 'select 1')).rejects.toMatchObject({ code: '42501' });
  }
});

it('refuses a wrong password', async () => {
  const url = new URL(await server.ensureDatabase('users'));
  url.password = 'guess';
  // 28P01 invalid_password
  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

it('makes one database when ten ask for it at once', async () => {
  const urls = await Promise.all(Array.from({ length: 10 }, () => server.ensureDatabase('commerce')));
  expect(new Set(urls).size).toBe(1);
  expect(await ask(server.adminUrl, "select count(*)::int as n from pg_database where datname = 'commerce'")).toEqual([
    { n: 1 },
  ]);
});

it('refuses names that are not plain words, and the URL of a database that was never made', async () => {
  for (const name of ['', 'Users', 'a b', 'x"; drop role users', 'postgres', 'pg_mine', 'template1', 'a'.repeat(64)]) {
    await expect(server.ensureDatabase(name)).rejects.toThrow(RangeError);
  }
  expect(() => server.url('nobody_made_this')).toThrow(RangeError);
});

it('answers commits from the disk, in UTC and UTF-8, on 127.0.0.1 only', async () => {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'TimeZone', 'server_encoding'];
  const rows = await ask(
    server.adminUrl,
    `select name, setting from pg_settings where name = any('{${names.join(',')}}')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
  });
});

it('keeps the passwords in a file that only we can read', () => {
  expect(statSync(join(dataDir, 'passwords.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700);
});

it('refuses a busy port and says so', async () => {
  const other = ownFolder('busy');
  await expect(startPostgres({ dataDir: other, port: server.port })).rejects.toThrow(/could not bind/);
});

it('keeps data and passwords over a restart', async () => {
  const url = await server.ensureDatabase('users');
  await ask(url, "create table note (body text); insert into note values ('été')");
  await server.stop();
  server = await startPostgres({ dataDir, port: server.port });
  expect(await ask(url, 'select body from note')).toEqual([{ body: 'été' }]);
});
