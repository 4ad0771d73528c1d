// Many buyers at once: what is reserved is never more than there is, and carts with several lines never wait for each
// other in a circle. Beside each proof stands the naive variant that fails it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, openLab } from '../lab/open-lab.js';
import { newVariant } from '../lab/shop.js';
import { tell, timed } from '../lab/tell.js';

const BUYERS = 200;
let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const levelOf = async (variantId: string) => {
  const [row] = await lab.rows<object>('select on_hand, reserved from stock where variant_id = ?', [variantId]);
  return row;
};
const times = <T>(n: number, work: (at: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: n }, (_, at) => work(at)));
const valuesOf = <T>(results: PromiseSettledResult<T>[]): T[] =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const failuresOf = (results: PromiseSettledResult<unknown>[]): string[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));

test(`${BUYERS} buyers want one of 10: exactly 10 have it, the others are told what is left`, async () => {
  const { id: variantId } = await newVariant(lab.rooms, { stock: 10 });
  const results = await timed('200 reservations of 10 units', () =>
    times(BUYERS, () => lab.rooms.transact((unit) => unit.stock.reserve([{ variantId, quantity: 1 }]))),
  );
  expect(failuresOf(results)).toEqual([]);
  const short = valuesOf(results).filter((lines) => lines.length > 0);
  expect(short).toEqual(Array.from({ length: BUYERS - 10 }, () => [{ variantId, available: 0 }]));
  expect(await levelOf(variantId)).toEqual({ on_hand: 10, reserved: 10 });
});

test('control: who reads, decides and then writes sells what there is not', async () => {
  const { id: variantId } = await newVariant(lab.rooms, { stock: 10 });
  const naive = () =>
    lab.rooms.orm.em.fork().transactional(async (em) => {
      const [row] = await em.execute<{ on_hand: number; reserved: number }[]>(
        'select on_hand, reserved from stock where variant_id = ?',
        [variantId],
      );
      if (!row || row.on_hand - row.reserved < 1) return false;
      await em.execute('update stock set reserved = ? where variant_id = ?', [row.reserved + 1, variantId], 'run');
      return true;
    });
  const sold = valuesOf(await times(BUYERS, naive)).filter((isSold) => isSold).length;
  tell(`read-modify-write sold ${sold} of 10`);
  expect(sold).toBeGreaterThan(10);
});

test(`${BUYERS} carts with the same two lines, in either order, all get them`, async () => {
  const [one, two] = [await newVariant(lab.rooms, { stock: BUYERS }), await newVariant(lab.rooms, { stock: BUYERS })];
  const cart = (at: number) => {
    const lines = [one, two].map(({ id }) => ({ variantId: id, quantity: 1 }));
    return at % 2 === 0 ? lines : lines.reverse();
  };
  const results = await timed('200 carts of two lines', () =>
    times(BUYERS, (at) => lab.rooms.transact((unit) => unit.stock.reserve(cart(at)))),
  );
  expect(failuresOf(results)).toEqual([]);
  expect(valuesOf(results).flat()).toEqual([]);
  for (const { id } of [one, two]) expect(await levelOf(id)).toEqual({ on_hand: BUYERS, reserved: BUYERS });
});

test('control: two who take lines as they stand in the cart wait in a circle', async () => {
  const ids = [(await newVariant(lab.rooms, { stock: 2 })).id, (await newVariant(lab.rooms, { stock: 2 })).id];
  let [waiting, open] = [2, () => {}];
  const bothHaveTheirFirst = new Promise<void>((resolve) => {
    open = resolve;
  });
  const naive = (at: number) =>
    lab.rooms.orm.em.fork().transactional(async (em) => {
      for (const id of at === 0 ? ids : ids.toReversed()) {
        await em.execute('update stock set reserved = reserved + 1 where variant_id = ?', [id], 'run');
        waiting -= 1;
        if (waiting === 0) open();
        await bothHaveTheirFirst;
      }
    });
  const failures = failuresOf(await times(2, naive));
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatch(/deadlock detected/);
});
