// Carts: what goes in, what is counted, and that two devices lose nothing.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToCart } from '../../src/use-cases/add-to-cart.js';
import { archiveProduct } from '../../src/use-cases/archive-product.js';
import { setCartLineQuantity } from '../../src/use-cases/set-cart-line-quantity.js';
import { updateProductVariant } from '../../src/use-cases/update-product-variant.js';
import { deliver, held } from '../lab/announce.js';
import { codeOf, granted, type Lab, openLab } from '../lab/open-lab.js';
import { newVariant, shopkeeper } from '../lab/shop.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const add = (buyerId: string, variantId: string, quantity = 1, idempotencyKey?: string) =>
  addToCart(lab.rooms, buyerId, { variantId, quantity, idempotencyKey });
const set = (buyerId: string, lineId: string, quantity: number) =>
  setCartLineQuantity(lab.rooms, buyerId, { lineId, quantity });
const linesOf = async (buyerId: string) => (await lab.rooms.read.carts.of(buyerId))?.lines ?? [];
const quantitiesOf = async (buyerId: string) =>
  (await linesOf(buyerId)).map(({ itemId, quantity }) => [itemId, quantity]);

test('20 additions by two devices at once: all are there, in one cart and one line each', async () => {
  const buyer = mintId('User');
  const [one, two] = [await newVariant(lab.rooms), await newVariant(lab.rooms)];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => add(buyer, at % 2 === 0 ? one.id : two.id, 1 + (at % 3))),
  );
  expect(new Set(outcomes.map(granted)).size).toBe(1);
  const wanted = (rest: number) =>
    Array.from({ length: 20 }, (_, at) => (at % 2 === rest ? 1 + (at % 3) : 0)).reduce((sum, n) => sum + n, 0);
  expect(new Map((await quantitiesOf(buyer)) as [string, number][])).toEqual(
    new Map([
      [one.id, wanted(0)],
      [two.id, wanted(1)],
    ]),
  );
});

test('with a key, an addition is made once', async () => {
  const [buyer, other] = [mintId('User'), mintId('Guest')];
  const { id } = await newVariant(lab.rooms);
  const key = randomUUID();
  await Promise.all(Array.from({ length: 5 }, () => add(buyer, id, 2, key)));
  granted(await add(other, id, 3, key));
  expect(await quantitiesOf(buyer)).toEqual([[id, 2]]);
  expect(await quantitiesOf(other)).toEqual([[id, 3]]);
  expect(codeOf(await add(buyer, id, 3, key))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('1 to 99 of one thing, and nothing that is not in the shop', async () => {
  const buyer = mintId('Guest');
  const { id, productId } = await newVariant(lab.rooms);
  granted(await add(buyer, id, 98));
  expect(await add(buyer, id, 2)).toMatchObject({ code: 'QUANTITY_LIMIT', parameters: { most: 99 } });
  for (const quantity of [0, -1]) expect(codeOf(await add(buyer, id, quantity))).toBe('BAD_INPUT');
  expect(codeOf(await add(buyer, id, 100))).toBe('QUANTITY_LIMIT');
  expect(await quantitiesOf(buyer)).toEqual([[id, 98]]);
  expect(codeOf(await add(buyer, mintId('ProductVariant')))).toBe('NOT_FOUND');
  expect(codeOf(await add(buyer, productId))).toBe('NOT_FOUND');
  granted(await archiveProduct(lab.rooms, shopkeeper, productId));
  expect(codeOf(await add(buyer, id))).toBe('NOT_FOUND');
  expect(await linesOf(buyer)).toMatchObject([{ itemId: id, isArchived: true }]);
});

test('at most 100 lines, all in one currency', async () => {
  const buyer = mintId('User');
  const { id } = await newVariant(lab.rooms);
  granted(await add(buyer, id));
  const yen = await newVariant(lab.rooms, { currency: 'JPY' });
  expect(await add(buyer, yen.id)).toMatchObject({ code: 'CURRENCY_MISMATCH', parameters: { currency: 'EUR' } });
  const [cart] = await lab.rows<{ id: string }>('select id from carts where buyer_id = ?', [buyer]);
  await lab.rooms.orm.em.fork().execute(
    `insert into cart_lines (id, cart_id, item_id, claim_id, title, quantity, price_minor, currency, held_until, added_at)
     select 'line' || n, ?, 'item' || n, 'claim' || n, 'Hour', 1, 1, 'EUR', now(), now() from generate_series(1, 99) n`,
    [cart?.id],
    'run',
  );
  expect(codeOf(await add(buyer, (await newVariant(lab.rooms)).id))).toBe('TOO_MANY');
  expect(await linesOf(buyer)).toHaveLength(100);
  granted(await add(buyer, id, 1));
});

test('a quantity is set, 0 removes, and another buyer’s line is no line', async () => {
  const [buyer, other] = [mintId('User'), mintId('User')];
  const { id } = await newVariant(lab.rooms);
  granted(await add(buyer, id));
  const [line] = await linesOf(buyer);
  const lineId = line?.id ?? '';
  granted(await set(buyer, lineId, 7));
  expect(await quantitiesOf(buyer)).toEqual([[id, 7]]);
  expect(codeOf(await set(other, lineId, 0))).toBe('NOT_FOUND');
  expect(codeOf(await set(buyer, lineId, -1))).toBe('BAD_INPUT');
  expect(codeOf(await set(buyer, lineId, 100))).toBe('QUANTITY_LIMIT');
  expect(await quantitiesOf(buyer)).toEqual([[id, 7]]);
  granted(await set(buyer, lineId, 0));
  expect(await linesOf(buyer)).toEqual([]);
  expect(codeOf(await set(buyer, lineId, 0))).toBe('NOT_FOUND');
});

test('the price is the one of now; the one the buyer saw stays until they change the line', async () => {
  const buyer = mintId('User');
  const { id } = await newVariant(lab.rooms, { priceMinor: 1_000 });
  granted(await add(buyer, id));
  const price = { amountMinor: 1_250, currency: 'EUR' };
  granted(await updateProductVariant(lab.rooms, shopkeeper, { variantId: id, expectedVersion: 1, price }));
  const [line] = await linesOf(buyer);
  expect(line).toMatchObject({ priceMinor: 1_250, seenPriceMinor: 1_000 });
  granted(await set(buyer, line?.id ?? '', 1));
  expect(await linesOf(buyer)).toMatchObject([{ priceMinor: 1_250, seenPriceMinor: 1_250 }]);
});

test('a claim that is held anew keeps its line, with what its owner says now', async () => {
  const buyer = mintId('User');
  const first = held(buyer);
  await deliver(lab.rooms, first);
  await deliver(lab.rooms, held(buyer, { claimId: first.payload.claimId, priceMinor: 7_000 }));
  expect(await linesOf(buyer)).toMatchObject([{ claimId: first.payload.claimId, priceMinor: 7_000, quantity: 1 }]);
});

test('what is held can only be one, and its owner hears when it is removed', async () => {
  const buyer = mintId('User');
  const event = held(buyer);
  await deliver(lab.rooms, event);
  await deliver(lab.rooms, event);
  const lines = await linesOf(buyer);
  expect(lines).toMatchObject([{ claimId: event.payload.claimId, title: 'Coaching hour', quantity: 1 }]);
  const lineId = lines[0]?.id ?? '';
  expect(await set(buyer, lineId, 2)).toMatchObject({ code: 'QUANTITY_LIMIT', parameters: { most: 1 } });
  granted(await set(buyer, lineId, 0));
  expect(await linesOf(buyer)).toEqual([]);
  const dropped = (await lab.announced()).filter(([name]) => name === 'ClaimDropped');
  expect(dropped).toEqual([['ClaimDropped', { claimId: event.payload.claimId, buyerId: buyer }]]);
});
