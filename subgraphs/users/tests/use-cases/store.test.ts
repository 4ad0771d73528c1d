// The store: migrations and mapping agree, two processes may start together, the directory is served by indexes.
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

test('every migration is listed by both names and class', () => {
  expect(migrations.map(({ name }) => name)).toEqual(migrationNames);
});

test('the mapping and the migrated tables do not drift apart', async () => {
  const orm = await openStore(scope, { url });
  expect(await orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false })).toBe('');
});

test('a drift would be seen', async () => {
  const orm = await openStore(scope, { url });
  await orm.em.fork().execute('alter table users drop column bio', [], 'run');
  expect(await orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false })).toContain('add column "bio"');
  await orm.em.fork().execute("alter table users add column bio text not null default ''", [], 'run');
});

test('a directory page and a search read an index, not the table', async () => {
  const orm = await openStore(scope, { url });
  const em = orm.em.fork();
  await em.execute(
    `insert into users (id, email, display_name, sort_name, locale, role, version, created_at)
     select 'id' || n, n || '@people.test', 'Person ' || n, 'person ' || md5(n::text), 'en', 'USER', 1, now()
     from generate_series(1, 5000) n`,
    [],
    'run',
  );
  await em.execute('vacuum analyze users', [], 'run');
  const planOf = async (sql: string) => JSON.stringify(await em.execute(`explain ${sql}`));
  const page = `select * from users where (sort_name, id) > ('person 3', 'id3') order by sort_name, id limit 21`;
  expect(await planOf(page)).toContain('users_directory');
  const search = `select * from users where sort_name like '%9af76329%' order by sort_name, id limit 21`;
  expect(await planOf(search)).toContain('users_search');
});
