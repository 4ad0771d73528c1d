// The ledger: nothing unbalanced is ever committed, nothing is ever changed, and every balance is the sum of its entries.
import { proofSize } from '@mosaic/embedded/proof-size';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capturePosting, type Posting, refundPosting } from '../../src/domain/ledger.js';
import { OrderLine } from '../../src/domain/order-line.js';
import { type Lab, openLab } from '../lab/open-lab.js';
import { tell } from '../lab/tell.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const OPERATIONS = proofSize({ full: 10_000, quick: 300 });
const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD'];

const post = (posting: Posting) => lab.rooms.transact((unit) => unit.ledger.post(posting, mintId));
const entry = (account: string, amountMinor: number, currency = 'EUR') => ({ account, currency, amountMinor });
const posting = (ref: string, ...entries: Posting['entries'][number][]): Posting => ({
  kind: 'CAPTURE',
  ref,
  orderId: 'o',
  entries,
});
const count = async () => (await lab.rows<{ n: number }>('select count(*)::int as n from ledger_transactions'))[0]?.n;

test('what does not balance is refused when it commits, by the database itself', async () => {
  await expect(post(posting('u1', entry('A', 100), entry('B', -99)))).rejects.toMatchObject({ code: '23514' });
  await expect(post(posting('u2', entry('A', 100), entry('B', -100, 'USD')))).rejects.toMatchObject({ code: '23514' });
  await expect(post(posting('u3', entry('A', 0)))).rejects.toMatchObject({ code: '23514' });
  expect(await count()).toBe(0);
  expect(await post(posting('b1', entry('A', 100), entry('B', -60), entry('C', -40)))).toBe(true);
});

test('a movement is posted once, however many post it at once', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => post(posting('b2', entry('A', 5), entry('B', -5)))));
  expect(made.filter(Boolean)).toHaveLength(1);
});

test('nothing in it is changed or taken out', async () => {
  for (const sql of [
    'update ledger_entries set amount_minor = 1',
    'delete from ledger_entries',
    'truncate ledger_entries',
    "update ledger_transactions set kind = 'REFUND'",
    'delete from ledger_transactions',
  ])
    await expect(lab.rows(sql)).rejects.toThrow('the ledger is only ever added to');
});

/** Sums per currency, and accounts whose balance is not the sum of their entries. */
async function audit() {
  const sums = await lab.rows<{ currency: string; sum: string }>(
    'select currency, sum(amount_minor)::text as sum from ledger_entries group by currency order by currency',
  );
  const wrong = await lab.rows(
    `select name, currency from ledger_accounts where balance <> (select coalesce(sum(amount_minor), 0)
       from ledger_entries e where e.account = name and e.currency = ledger_accounts.currency)`,
  );
  return { sums, wrong };
}

test(`${OPERATIONS} random captures and refunds: each currency sums to 0, each balance is its entries'`, async () => {
  const random = (most: number) => 1 + Math.floor(Math.random() * most);
  const things = ['ProductVariant', 'Appointment', 'Course'];
  const line = (currency: string) =>
    Object.assign(new OrderLine(), {
      itemId: mintId(things[random(3) - 1] ?? ''),
      quantity: random(5),
      unitMinor: random(100_000),
      currency,
    });
  const began = performance.now();
  const refs = Array.from({ length: OPERATIONS }, (_, at) => at);
  const work = async () => {
    for (let at = refs.pop(); at !== undefined; at = refs.pop()) {
      const currency = CURRENCIES[random(4) - 1] ?? 'EUR';
      const lines = Array.from({ length: random(4) }, () => line(currency));
      const amount = { amountMinor: random(50_000), currency };
      const random2 = Math.random();
      // Some do not balance, and some were posted before: neither leaves a trace.
      if (random2 < 0.1)
        await post(posting(`x${at}`, entry('STRIPE', 7, currency), entry('SALES', -8, currency))).catch(() => {});
      else if (random2 < 0.2) await post(capturePosting('b1', 'o', currency, lines));
      else if (random2 < 0.6) await post(capturePosting(`c${at}`, 'o', currency, lines));
      else await post(refundPosting(`r${at}`, 'o', amount, lines));
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  const { sums, wrong } = await audit();
  expect(sums).toEqual(['EUR', 'JPY', 'KWD', 'USD'].map((currency) => ({ currency, sum: '0' })));
  expect(wrong).toEqual([]);
  expect(await count()).toBeGreaterThan(OPERATIONS / 2);
  tell(`${OPERATIONS} ledger operations in ${Math.round(performance.now() - began)} ms`);
}, 300_000);

test('the control that keeps balances by reading and writing loses money', async () => {
  await lab.rows('create table naive_balance (amount bigint not null)');
  await lab.rows('insert into naive_balance values (0)');
  const naive = async () => {
    const [row] = await lab.rows<{ amount: string }>('select amount from naive_balance');
    await lab.rows('update naive_balance set amount = ?', [Number(row?.amount) + 1]);
  };
  await Promise.all(Array.from({ length: 100 }, naive));
  const [row] = await lab.rows<{ amount: string }>('select amount from naive_balance');
  expect(Number(row?.amount)).toBeLessThan(100);
  await lab.rows('drop table naive_balance');
});
