// The money of an event in the store: shares are exact, balances sum to zero whatever happens, and the plan evens them.

import { proofSize } from '@mosaic/embedded/proof-size';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { mintId } from '@mosaic/kernel/values/ids';
import { expect, test } from 'vitest';
import { type EventBalance, planSettlement, postExpense, postTransfer, sumBalances } from '../../src/domain/balance.js';
import { type AddExpense, addExpense } from '../../src/use-cases/add-expense.js';
import { deleteExpense } from '../../src/use-cases/delete-expense.js';
import { type RecordSettlement, recordSettlement } from '../../src/use-cases/record-settlement.js';
import { crowdOf, guestOf, type Party, publish } from '../lab/events.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { person } from '../lab/people.js';

const lab = openLab();

interface Table extends Party {
  readonly people: readonly [Viewer, Viewer, Viewer];
}

const setTable = async (): Promise<Table> => {
  const party = await publish(lab());
  return { ...party, people: [party.organiser, await guestOf(lab(), party), await guestOf(lab(), party)] };
};

let keys = 0;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** Hundred euros that the organiser paid for everybody. */
const dinner = ({ event, people }: Table, more: Partial<AddExpense> = {}): AddExpense => {
  keys += 1;
  return {
    eventId: event.id,
    title: 'Dinner',
    amount: eur(10_000),
    paidById: people[0].id,
    split: 'EVENLY',
    shares: people.map(({ id }) => ({ userId: id, part: null })),
    spentAt: null,
    idempotencyKey: `expense-${keys}`,
    ...more,
  };
};

const add = (table: Table, more: Partial<AddExpense> = {}, viewer: Viewer = table.people[1]) =>
  addExpense(lab().rooms, viewer, dinner(table, more));

const settle = ({ event }: Party, viewer: Viewer, transfer: Pick<RecordSettlement, 'fromId' | 'toId' | 'amount'>) => {
  keys += 1;
  return recordSettlement(lab().rooms, viewer, { eventId: event.id, idempotencyKey: `s${keys}`, ...transfer });
};

const balancesOf = async ({ event }: Party): Promise<EventBalance[]> =>
  (await lab().rooms.read.eventMoney.balances([event.id])).map(({ value }) => value);
const byPerson = async (table: Table) => {
  const balances = await balancesOf(table);
  return table.people.map(({ id }) => balances.find(({ userId }) => userId === id)?.amountMinor ?? 0);
};

test('100.00 over three, the plan, and everybody is even', async () => {
  const table = await setTable();
  const [ada, ben, cam] = table.people;
  const expense = granted(await add(table));
  const shares = await lab().rooms.read.eventMoney.shares([expense.id]);
  expect(shares.map(({ value }) => value.amountMinor)).toEqual([3_334, 3_333, 3_333]);
  expect(await byPerson(table)).toEqual([6_666, -3_333, -3_333]);
  const plan = planSettlement(await balancesOf(table));
  expect(plan.map(({ toId, amountMinor }) => [toId, amountMinor])).toEqual([
    [ada.id, 3_333],
    [ada.id, 3_333],
  ]);
  granted(await settle(table, ben, { fromId: ben.id, toId: ada.id, amount: eur(3_333) }));
  granted(await settle(table, ada, { fromId: cam.id, toId: ada.id, amount: eur(3_333) }));
  expect(await byPerson(table)).toEqual([0, 0, 0]);
});

test('one key writes down one expense and one settlement, however often', async () => {
  const table = await setTable();
  const [ada, ben] = table.people;
  const input = dinner(table);
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => addExpense(lab().rooms, ben, input)));
  expect(new Set(made.map((one) => granted(one).id)).size).toBe(1);
  expect(codeOf(await addExpense(lab().rooms, ben, { ...input, amount: eur(1) }))).toBe('IDEMPOTENCY_KEY_REUSED');
  const transfer = { eventId: table.event.id, fromId: ben.id, toId: ada.id, amount: eur(33), idempotencyKey: 'once' };
  for (const outcome of await Promise.all([1, 2, 3].map(() => recordSettlement(lab().rooms, ben, transfer))))
    granted(outcome);
  expect(await byPerson(table)).toEqual([6_633, -3_300, -3_333]);
});

test('taken back by its author or the organiser, once; the sum stays zero', async () => {
  const table = await setTable();
  const [ada, ben, cam] = table.people;
  const [first, second] = [
    granted(await add(table)),
    granted(await add(table, { amount: eur(-301), split: 'EVENLY' })),
  ];
  expect(await byPerson(table)).toEqual([6_666 - 301 + 101, -3_333 + 100, -3_333 + 100]);
  expect(codeOf(await deleteExpense(lab().rooms, cam, first.id))).toBe('EXPENSE_NOT_YOURS');
  expect(codeOf(await deleteExpense(lab().rooms, person(), first.id))).toBe('NOT_FOUND');
  for (const outcome of await Promise.all([ben, ben, ada].map((one) => deleteExpense(lab().rooms, one, first.id))))
    expect(granted(outcome).id).toBe(table.event.id);
  expect(await byPerson(table)).toEqual([-200, 100, 100]);
  granted(await deleteExpense(lab().rooms, ada, second.id));
  expect(await byPerson(table)).toEqual([0, 0, 0]);
});

test('what is refused', async () => {
  const table = await setTable();
  const [ada, ben, cam] = table.people;
  const stranger = person();
  expect(codeOf(await add(table, {}, stranger))).toBe('NOT_FOUND');
  expect(codeOf(await add(table, { eventId: mintId('Event') }))).toBe('NOT_FOUND');
  expect(codeOf(await add(table, { paidById: stranger.id }))).toBe('NOT_A_PARTICIPANT');
  expect(codeOf(await add(table, { shares: [{ userId: stranger.id, part: null }] }))).toBe('NOT_A_PARTICIPANT');
  expect(codeOf(await add(table, { amount: eur(0) }))).toBe('BAD_INPUT');
  expect(codeOf(await add(table, { amount: eur(1_000_000_000_001) }))).toBe('BAD_INPUT');
  expect(codeOf(await add(table, { title: '' }))).toBe('BAD_INPUT');
  expect(codeOf(await add(table, { split: 'BY_SHARES' }))).toBe('SPLIT_REFUSED');
  const transfer = { fromId: ben.id, toId: ada.id, amount: eur(1) };
  expect(codeOf(await settle(table, ben, transfer))).toBe('BAD_INPUT');

  granted(await add(table));
  expect(codeOf(await add(table, { amount: { amountMinor: 100, currency: 'USD' } }))).toBe('OTHER_CURRENCY');
  expect(codeOf(await settle(table, ben, { ...transfer, amount: { amountMinor: 1, currency: 'USD' } }))).toBe(
    'OTHER_CURRENCY',
  );
  expect(codeOf(await settle(table, cam, transfer))).toBe('SETTLEMENT_NOT_YOURS');
  expect(codeOf(await settle(table, ben, { ...transfer, amount: eur(-1) }))).toBe('BAD_INPUT');
  expect(codeOf(await settle(table, ben, { ...transfer, toId: ben.id }))).toBe('BAD_INPUT');
  expect(codeOf(await settle(table, ben, { ...transfer, toId: stranger.id }))).toBe('NOT_A_PARTICIPANT');
  expect(codeOf(await settle(table, stranger, transfer))).toBe('NOT_FOUND');
});

test('two who write down the first expense at once in two currencies: one currency is left', async () => {
  const table = await setTable();
  const both = await Promise.all([add(table), add(table, { amount: { amountMinor: 500, currency: 'CHF' } })]);
  expect(both.filter((outcome) => 'code' in outcome).map(codeOf)).toEqual(['OTHER_CURRENCY']);
});

test('the store refuses shares that do not sum to the expense, however they are written', async () => {
  const table = await setTable();
  const { id } = granted(await add(table));
  const worse = 'update expense_shares set amount_minor = amount_minor + 1 where expense_id = ? returning expense_id';
  await expect(lab().rows(worse, [id])).rejects.toThrow(/shares of an expense sum/);
  expect(await byPerson(table)).toEqual([6_666, -3_333, -3_333]);
});

test('many at once: the balances are those of the rules, sum to zero, and the plan evens them', async () => {
  const party = await publish(lab());
  const crowd = [party.organiser, ...(await crowdOf(lab(), party, 7))];
  const at = (n: number) => crowd[n % crowd.length]!;
  const table: Table = { ...party, people: [at(0), at(1), at(2)] };
  const postings: EventBalance[] = [];
  const rounds = proofSize({ full: 400, quick: 60 });
  for (let round = 0; round < rounds; round += 20) {
    const acts = Array.from({ length: 20 }, async (_, n) => {
      const turn = round + n;
      if (turn % 5 === 4) {
        const transfer = { fromId: at(turn).id, toId: at(turn + 3).id, amount: eur(turn * 7 + 1) };
        // Before the first expense there is nothing to settle.
        if (!('code' in (await settle(party, at(turn), transfer))))
          postings.push(...postTransfer({ ...transfer, amountMinor: transfer.amount.amountMinor }));
        return;
      }
      const amount = eur((turn % 3 === 0 ? -1 : 1) * (turn * 97 + 13));
      const shares = crowd.slice(0, 2 + (turn % 6)).map(({ id }, part) => ({ userId: id, part: part + 1 }));
      const paidById = at(turn).id;
      const { id } = granted(await add(table, { amount, split: 'BY_SHARES', shares, paidById }, at(turn)));
      if (turn % 7 === 0) granted(await deleteExpense(lab().rooms, party.organiser, id));
      else {
        const found = await lab().rooms.read.eventMoney.shares([id]);
        postings.push(
          ...postExpense(
            paidById,
            amount.amountMinor,
            found.map(({ value }) => value),
          ),
        );
      }
    });
    await Promise.all(acts);
  }
  const balances = await balancesOf(party);
  const sorted = (list: EventBalance[]) =>
    list.filter(({ amountMinor }) => amountMinor !== 0).sort((a, b) => (a.userId < b.userId ? -1 : 1));
  expect(sorted(balances)).toEqual(sorted(sumBalances(postings)));
  expect(balances.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0);
  const plan = planSettlement(balances);
  expect(plan.length).toBeLessThan(crowd.length);
  for (const { fromId, toId, amountMinor } of plan)
    granted(await settle(party, party.organiser, { fromId, toId, amount: eur(amountMinor) }));
  expect((await balancesOf(party)).every(({ amountMinor }) => amountMinor === 0)).toBe(true);
});
