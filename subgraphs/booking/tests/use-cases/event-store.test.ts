// The tables of events: mapping and migration agree, and the lists are served by indexes.
import { expect, test } from 'vitest';
import { openLab } from '../lab/open-lab.js';

const lab = openLab();

/** The statements by which the mapping would change these tables. */
const drift = async (): Promise<string[]> => {
  const sql = await lab().rooms.orm.getSchemaGenerator().getUpdateSchemaSQL({ wrap: false });
  return sql.split('\n').filter((statement) => /"(events|event_\w+|expenses|expense_\w+)"/.test(statement));
};

test('the mapping and the migrated tables do not drift apart', async () => {
  expect(await drift()).toEqual([]);
});

test('a drift would be seen', async () => {
  await lab().rows('alter table event_tasks drop column due_at');
  expect((await drift()).join()).toContain('add column "due_at"');
  await lab().rows('alter table event_tasks add column due_at timestamptz(3)');
});

test('people, lists and due offers are read by index, not from the whole table', async () => {
  const { rows, rooms } = lab();
  await rows(
    `insert into events (id, organiser_id, status, title, description, starts_at, ends_at, time_zone, version, created_at, updated_at)
     select 'e' || n, 'o', 'PUBLISHED', 't', '', now(), now(), 'UTC', 1, now(), now() from generate_series(1, 500) n`,
  );
  await rows(
    `insert into event_participants (event_id, user_id, rsvp, joined_at)
     select 'e' || 1 + n % 500, 'u' || n / 10, 'GOING', now() from generate_series(1, 10000) n`,
  );
  await rows(
    `insert into event_waitlist (event_id, user_id, status) select 'e' || 1 + n % 500, 'w' || n, 'WAITING'
     from generate_series(1, 5000) n`,
  );
  await rows(`update event_waitlist set status = 'OFFERED', offered_until = now() where user_id = 'w7'`);
  for (const table of ['event_participants', 'event_waitlist'])
    await rooms.orm.em.fork().execute(`vacuum analyze ${table}`, [], 'run');
  const planOf = async (sql: string) => JSON.stringify(await rows(`explain ${sql}`));
  const page = `select * from event_participants where event_id = 'e7' and (joined_at, user_id) > (now(), 'u')`;
  expect(await planOf(`${page} order by joined_at, user_id limit 21`)).toContain('event_participants_order');
  expect(await planOf(`select * from event_participants where user_id = 'u7'`)).toContain('event_participants_user');
  const due = `select event_id from event_waitlist where status = 'OFFERED' and offered_until <= now() order by offered_until`;
  expect(await planOf(due)).toContain('event_waitlist_due');
  const next = `select min(place) from event_waitlist where event_id = 'e7' and status = 'WAITING'`;
  expect(await planOf(next)).toMatch(/event_waitlist_(line|living)/);
});
