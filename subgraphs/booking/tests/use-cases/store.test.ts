// The store: migrations are listed once each, and two processes may start together.
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

test('what takes a coach’s time, their planning and a client’s list are read by index, not from the whole table', async () => {
  const orm = await openStore(scope, { url });
  const em = orm.em.fork();
  await em.execute(
    `insert into appointments (id, offering_id, coach_user_id, client_id, status, title, price_minor, currency, starts_at,
       ends_at, blocked_from, blocked_until, buffer_before_minutes, buffer_after_minutes, requested_start, version, created_at)
     select 'id' || n, 'o', 'coach' || n % 100, 'client' || n % 500, 'CONFIRMED', 't', 0, 'EUR', at, at + interval '1 hour',
       at, at + interval '1 hour', 0, 0, at, 1, at
     from (select n, timestamptz '2026-01-01' + n / 100 * interval '1 hour' as at from generate_series(1, 10000) n) as made`,
    [],
    'run',
  );
  await em.execute('vacuum analyze appointments', [], 'run');
  const planOf = async (where: string) =>
    JSON.stringify(await em.execute(`explain select * from appointments where ${where}`));
  const busy = `coach_user_id = 'coach7' and status in ('HELD', 'CONFIRMED')
    and tstzrange(blocked_from, blocked_until) && tstzrange('2026-01-02', '2026-01-02 01:00')`;
  expect(await planOf(busy)).toMatch(/appointments_(overlap|coach)/);
  const planning = `coach_user_id = 'coach7' and starts_at < '2026-01-03' and ends_at > '2026-01-02' order by starts_at, id`;
  expect(await planOf(planning)).toContain('appointments_coach');
  expect(await planOf(`client_id = 'client7' order by starts_at desc, id desc limit 21`)).toContain(
    'appointments_client',
  );
  expect(await planOf(`status = 'HELD' and held_until <= now() order by held_until limit 50`)).toContain(
    'appointments_held',
  );
});
