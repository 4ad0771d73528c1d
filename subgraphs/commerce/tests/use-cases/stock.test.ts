// Stock: every change is a movement, movements add up to what is on hand, and nothing goes below what is reserved.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StockLine } from '../../src/data/writers/write-stock.js';
import { adjustStock } from '../../src/use-cases/adjust-stock.js';
import { codeOf, granted, type Lab, openLab, person } from '../lab/open-lab.js';
import { newVariant, shopkeeper } from '../lab/shop.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const levelOf = async (variantId: string) => {
  const [row] = await lab.rows<object>(
    `select on_hand, reserved, (select sum(delta)::integer from stock_movements m where m.variant_id = stock.variant_id)
     as moved from stock where variant_id = ?`,
    [variantId],
  );
  return row;
};
const adjust = (variantId: string, delta: number, idempotencyKey: string = randomUUID(), reason = 'count') =>
  adjustStock(lab.rooms, shopkeeper, { variantId, delta, reason, idempotencyKey });
const reserve = (lines: StockLine[]) => lab.rooms.transact((unit) => unit.stock.reserve(lines));

test('an adjustment is made once per key, however often and at once it is sent', async () => {
  const { id } = await newVariant(lab.rooms);
  const key = randomUUID();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => adjust(id, 7, key)));
  expect(outcomes).toEqual(Array.from({ length: 20 }, () => id));
  expect(await levelOf(id)).toEqual({ on_hand: 7, reserved: 0, moved: 7 });
  expect(codeOf(await adjust(id, 8, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  const acts = (await lab.announced()).filter(
    ([name, payload]) => name === 'Audited' && (payload as { action: string; subjectId: string }).subjectId === id,
  );
  expect(acts.map(([, payload]) => payload)).toContainEqual({
    actorId: shopkeeper.id,
    action: 'adjustStock',
    subjectId: id,
    details: { delta: 7, reason: 'count' },
  });
  expect(acts).toHaveLength(2);
});

test('reserved, released, sold and put back: the sum of the movements is what is on hand', async () => {
  const { id: variantId } = await newVariant(lab.rooms, { stock: 10 });
  const line = (quantity: number) => [{ variantId, quantity }];
  expect(await reserve(line(6))).toEqual([]);
  expect(await reserve(line(5))).toEqual([{ variantId, available: 4 }]);
  expect(await levelOf(variantId)).toEqual({ on_hand: 10, reserved: 6, moved: 10 });
  await lab.rooms.transact((unit) => unit.stock.release(line(2)));
  await lab.rooms.transact((unit) => unit.stock.sell(line(4), 'order 1'));
  expect(await levelOf(variantId)).toEqual({ on_hand: 6, reserved: 0, moved: 6 });
  await lab.rooms.transact((unit) => unit.stock.putBack(line(3), 'order 1'));
  expect(await levelOf(variantId)).toEqual({ on_hand: 9, reserved: 0, moved: 9 });
  const movements = await lab.rows<object>(
    'select kind, delta, reason from stock_movements where variant_id = ? order by seq',
    [variantId],
  );
  expect(movements).toEqual([
    { kind: 'ADJUSTMENT', delta: 10, reason: 'delivery' },
    { kind: 'SALE', delta: -4, reason: 'order 1' },
    { kind: 'RETURN', delta: 3, reason: 'order 1' },
  ]);
});

test('all lines or none; two lines of one variant count together', async () => {
  const [a, b] = [await newVariant(lab.rooms, { stock: 5 }), await newVariant(lab.rooms, { stock: 1 })];
  const lines = [
    { variantId: b.id, quantity: 2 },
    { variantId: a.id, quantity: 1 },
  ];
  expect(await reserve(lines)).toEqual([{ variantId: b.id, available: 1 }]);
  expect(await levelOf(a.id)).toMatchObject({ reserved: 0 });
  const twice = [1, 2].map(() => ({ variantId: a.id, quantity: 3 }));
  expect(await reserve(twice)).toEqual([{ variantId: a.id, available: 5 }]);
  expect(await reserve([])).toEqual([]);
});

test('what was not reserved can be neither released nor sold', async () => {
  const { id: variantId } = await newVariant(lab.rooms, { stock: 3 });
  const lines = [{ variantId, quantity: 1 }];
  await expect(lab.rooms.transact((unit) => unit.stock.release(lines))).rejects.toThrow('does not hold');
  await expect(lab.rooms.transact((unit) => unit.stock.sell(lines))).rejects.toThrow('does not hold');
  expect(await levelOf(variantId)).toEqual({ on_hand: 3, reserved: 0, moved: 3 });
});

test('an adjustment leaves what is reserved, and refuses nonsense', async () => {
  const { id: variantId } = await newVariant(lab.rooms, { stock: 5 });
  await reserve([{ variantId, quantity: 4 }]);
  const refused = await adjust(variantId, -2);
  expect(refused).toMatchObject({ code: 'INSUFFICIENT_STOCK', parameters: { available: 1 } });
  expect(granted(await adjust(variantId, -1))).toBe(variantId);
  for (const delta of [0, 1_000_001, -1_000_001]) expect(codeOf(await adjust(variantId, delta))).toBe('BAD_INPUT');
  expect(codeOf(await adjust(variantId, 1_000_000))).toBe('TOO_MANY');
  expect(codeOf(await adjust(variantId, 1, randomUUID(), ' '))).toBe('BAD_INPUT');
  expect(codeOf(await adjust('nobody', 1))).toBe('NOT_FOUND');
  const input = { variantId, delta: 1, reason: 'mine', idempotencyKey: randomUUID() };
  await expect(adjustStock(lab.rooms, person(), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await levelOf(variantId)).toEqual({ on_hand: 4, reserved: 4, moved: 4 });
});

test('the table refuses what the writer never asks for', async () => {
  const { id } = await newVariant(lab.rooms, { stock: 2 });
  const run = (sql: string) => lab.rooms.orm.em.fork().execute(sql, [id], 'run');
  await expect(run('update stock set reserved = 3 where variant_id = ?')).rejects.toThrow('stock_covers_reservations');
  await expect(run('update stock set reserved = -1 where variant_id = ?')).rejects.toThrow('stock_covers_reservations');
  await expect(run('delete from stock_movements where variant_id = ?')).rejects.toThrow('never changed');
  await expect(run('update stock_movements set delta = 9 where variant_id = ?')).rejects.toThrow('never changed');
});
