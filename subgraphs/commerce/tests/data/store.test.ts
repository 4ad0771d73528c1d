// The store: migrations and mapping agree, and two processes may start together.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../src/data/migrations/all.js';
import { migrationNames } from '../../src/data/migrations/names.js';
import { openStore } from '../../src/data/store.js';
import { openDatabase } from '../lab/open-lab.js';

const scope = new Scope();
let url: string;
beforeAll(async () => {
  url = await openDatabase(scope);
});
afterAll(() => scope.close());

test('two processes that start together migrate once; a third has nothing to do', async () => {
  const orms = await Promise.all([openStore(scope, { url }), openStore(scope, { url })]);
  const rows = await orms[0].em.fork().execute<{ name: string }[]>('select name from migrations order by id');
  expect(rows.map(({ name }) => name)).toEqual(migrationNames);
  const queries: string[] = [];
  await openStore(scope, { url, onQuery: (sql) => queries.push(sql) });
  expect(queries.filter((sql) => /create|lock/.test(sql))).toEqual([]);
});

test('a first connection that is answered too late is tried again', async () => {
  const { hostname, port } = new URL(url);
  const open: Socket[] = [];
  const door = createServer((client) => {
    open.push(client.on('error', () => {}));
    if (open.length === 1) return; // never answered
    const server = connect(Number(port), hostname).on('error', () => {});
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  scope.defer(() => void door.close());
  const address = new URL(url);
  address.host = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  await openStore(scope, { url: address.href });
  expect(open.length).toBeGreaterThan(1);
});

test('every migration is listed by both names and class', () => {
  expect(migrations.map(({ name }) => name)).toEqual(migrationNames);
});

test('the mapping and the migrated tables do not drift apart, and a drift would be seen', async () => {
  const orm = await openStore(scope, { url });
  expect(await orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false })).toBe('');
  await orm.em.fork().execute('alter table products drop column description', [], 'run');
  expect(await orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false })).toContain('add column "description"');
});
