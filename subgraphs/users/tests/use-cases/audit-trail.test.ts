// The audit trail in the store: one entry per act whatever happens on the way, one chain, and no way to change it.
import { proofSize } from '@mosaic/embedded/proof-size';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { mintId } from '@mosaic/kernel/values/ids';
import pLimit from 'p-limit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chainAct, genesis } from '../../src/domain/audit-entry.js';
import { verifyAuditChain } from '../../src/use-cases/verify-audit-chain.js';
import { deliver, newAct, verify } from '../lab/acts.js';
import { numberOf, rowsOf } from '../lab/look-inside.js';
import { type Lab, openLab } from '../lab/open-lab.js';
import { as } from '../lab/people.js';
import { report } from '../lab/report.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const run = (sql: string) => lab.rooms.orm.em.fork().execute(sql, [], 'run');
/** What somebody does who owns the database: the triggers are no obstacle, the chain is. */
const tamper = (sql: string) =>
  lab.rooms.orm.em.fork().transactional(async (em) => {
    for (const table of ['audit_entries', 'audit_head']) await em.execute(`alter table ${table} disable trigger user`);
    await em.execute(sql, [], 'run');
    for (const table of ['audit_entries', 'audit_head']) await em.execute(`alter table ${table} enable trigger user`);
  });

beforeEach(async () => {
  await tamper('delete from audit_entries');
  await tamper("update audit_head set position = 0, digest = repeat('0', 64)");
});

const fill = async (count: number) => {
  for (let n = 0; n < count; n += 1) await deliver(lab, newAct());
};

test('three deliveries of an act make one entry, one after another and all at once', async () => {
  const [first, second] = [newAct(), newAct()];
  expect([await deliver(lab, first), await deliver(lab, first), await deliver(lab, first)]).toEqual([
    true,
    false,
    false,
  ]);
  const atOnce = await Promise.all([deliver(lab, second), deliver(lab, second), deliver(lab, second)]);
  expect(atOnce.filter(Boolean)).toHaveLength(1);
  expect(await numberOf(lab, 'audit_entries')).toBe(2);
});

test('an act that was forgotten by the inbox still has one entry only', async () => {
  const act = newAct();
  await deliver(lab, act);
  await run('delete from inbox');
  await expect(deliver(lab, act)).rejects.toThrow(/audit_entries_id/);
  expect(await verify(lab)).toMatchObject({ isIntact: true, entryCount: 1 });
});

test('many who append at once make one chain without a gap', async () => {
  const count = proofSize({ full: 1_000, quick: 120 });
  const began = performance.now();
  // As many at a time as the pool has connections: more would only wait in front of it.
  const turn = pLimit(10);
  await Promise.all(Array.from({ length: count }, () => turn(() => deliver(lab, newAct()))));
  report(`audit: ${count} concurrent appends in ${Math.round(performance.now() - began)} ms`);
  const [row] = await rowsOf(
    lab,
    'select count(*)::int as n, max(position) as last, count(distinct previous_digest)::int as links from audit_entries',
  );
  expect(row).toEqual({ n: count, last: count, links: count });
  expect(await verify(lab)).toMatchObject({ isIntact: true, entryCount: count, brokenAt: null });
}, 60_000);

test('negative control: reading the end of the chain without the lock forks it', async () => {
  await run('create table naive_chain as select position, digest, previous_digest from audit_entries with no data');
  const naive = () =>
    lab.rooms.orm.em.fork().transactional(async (em) => {
      const [last] = await em.execute<{ position: number; digest: string }[]>(
        'select position, digest from naive_chain order by position desc limit 1',
      );
      const { id, payload, occurredAt } = newAct();
      const entry = chainAct(last ?? genesis, {
        ...(payload as never as { actorId: string }),
        id,
        occurredAt,
      } as never);
      const { position, digest, previousDigest } = entry;
      await em.execute('insert into naive_chain values (?, ?, ?)', [position, digest, previousDigest], 'run');
    });
  await Promise.all(Array.from({ length: 40 }, naive));
  const [row] = await rowsOf<{ n: number; places: number }>(
    lab,
    'select count(*)::int as n, count(distinct position)::int as places from naive_chain',
  );
  expect(row?.n).toBe(40);
  expect(row?.places).toBeLessThan(40);
  await run('drop table naive_chain');
});

test.each([
  "update audit_entries set action = 'nothing'",
  'delete from audit_entries',
  'truncate audit_entries',
  'update audit_head set position = 0',
  'delete from audit_head',
  'truncate audit_head',
  "insert into audit_head values (false, 0, '')",
])('the database refuses: %s', async (sql) => {
  await fill(1);
  await expect(run(sql)).rejects.toThrow(/the audit trail only grows|violates check constraint/);
  expect(await verify(lab)).toMatchObject({ isIntact: true, entryCount: 1 });
});

test.each([
  ['a detail', `update audit_entries set details = '{"to":"USER"}' where position = 3`, 3],
  ['an actor', "update audit_entries set actor_id = 'somebody' where position = 5", 5],
  ['an action', "update audit_entries set action = 'other' where position = 1", 1],
  ['a subject', "update audit_entries set subject_id = 'other' where position = 2", 2],
  ['an id', "update audit_entries set id = 'other' where position = 2", 2],
  ['a moment', "update audit_entries set occurred_at = occurred_at + interval '1 ms' where position = 4", 4],
  ['a digest', "update audit_entries set digest = repeat('f', 64) where position = 4", 4],
  ['a link', "update audit_entries set previous_digest = repeat('e', 64) where position = 4", 4],
  ['the first entry taken out', 'delete from audit_entries where position = 1', 1],
  ['an entry taken out', 'delete from audit_entries where position = 3', 3],
  ['the last entry taken out', 'delete from audit_entries where position = 6', 6],
  ['all entries taken out', 'delete from audit_entries', 1],
  ['the end of another chain', "update audit_head set digest = repeat('f', 64)", 7],
])('who owns the database cannot change %s unnoticed', async (_, sql, brokenAt) => {
  await fill(6);
  expect(await verify(lab)).toMatchObject({ isIntact: true, entryCount: 6 });
  await tamper(sql);
  expect(await verify(lab)).toMatchObject({
    isIntact: false,
    brokenAt,
    entryCount: brokenAt - 1,
    reason: expect.any(String),
  });
});

test('a long chain is read in batches', async () => {
  await fill(3);
  const { digest } = await verify(lab);
  const count = proofSize({ full: 100_000, quick: 2_500 });
  await lab.rooms.orm.em.fork().transactional(async (em) => {
    let head = { position: 3, digest };
    for (let from = 3; from < count; from += 500) {
      const rows: unknown[] = [];
      for (let n = from; n < Math.min(from + 500, count); n += 1) {
        const { payload, occurredAt } = newAct(undefined, { n });
        const made = chainAct(head, { ...(payload as object), id: mintId('AuditEntry'), occurredAt } as never);
        rows.push({
          ...made,
          occurred_at: made.occurredAt,
          actor_id: made.actorId,
          subject_id: made.subjectId,
          previous_digest: made.previousDigest,
        });
        head = made;
      }
      await em.execute('insert into audit_entries select * from json_populate_recordset(null::audit_entries, ?)', [
        JSON.stringify(rows),
      ]);
    }
    await em.execute('alter table audit_head disable trigger user');
    await em.execute('update audit_head set position = ?, digest = ?', [head.position, head.digest], 'run');
    await em.execute('alter table audit_head enable trigger user');
  });
  lab.queries.length = 0;
  const began = performance.now();
  expect(await verify(lab)).toMatchObject({ isIntact: true, entryCount: count });
  report(`audit: ${count} entries verified in ${Math.round(performance.now() - began)} ms`);
  const reads = lab.queries.filter((sql) => sql.includes('audit_entries'));
  expect(reads).toHaveLength(Math.ceil(count / 1_000));
}, 120_000);

test('the trail is for admins: latest first, by subject, actor and action, page by page', async () => {
  const subject = mintId('Course');
  await fill(2);
  await deliver(lab, newAct(subject, { reason: 'first' }));
  await deliver(lab, newAct(subject, { reason: 'second' }));
  const admin = as(mintId('User'), 'ADMIN');
  const all = await lab.rooms.audit.trail(admin, {}, { first: 3 });
  expect(all.edges.map(({ node }) => node.position)).toEqual([4, 3, 2]);
  const rest = await lab.rooms.audit.trail(admin, {}, { first: 3, after: all.pageInfo.endCursor ?? '' });
  expect(rest.edges.map(({ node }) => node.position)).toEqual([1]);
  const last = await lab.rooms.audit.trail(admin, {}, { last: 2 });
  expect(last.edges.map(({ node }) => node.position)).toEqual([2, 1]);
  const own = await lab.rooms.audit.trail(admin, { subjectId: subject, action: 'archiveProduct' }, { first: 10 });
  expect(own.edges.map(({ node }) => node.details)).toEqual(['{"reason":"second"}', '{"reason":"first"}']);
  const actor = own.edges[0]?.node.actorId ?? '';
  expect((await lab.rooms.audit.trail(admin, { actorId: actor }, { first: 10 })).edges).toHaveLength(1);
  expect((await lab.rooms.audit.trail(admin, { action: 'other' }, { first: 10 })).edges).toEqual([]);
  const forbidden = new AccessError('FORBIDDEN');
  const coach = as(mintId('User'), 'COACH');
  await expect(lab.rooms.audit.trail(coach, {}, { first: 1 })).rejects.toEqual(forbidden);
  await expect(verifyAuditChain(lab.rooms, coach)).rejects.toEqual(forbidden);
});
