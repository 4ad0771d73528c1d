// A guest signs in half way: whatever the order in which news of it and of claims arrive, the person has it all.
import { proofSize } from '@mosaic/embedded/proof-size';
import { announce, type OutboxEvent } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { guestAdopted } from '@mosaic/schema/events/users';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToCart } from '../../src/use-cases/add-to-cart.js';
import { adopted, confirmed, deliver, held, released } from '../lab/announce.js';
import { codeOf, granted, type Lab, openLab } from '../lab/open-lab.js';
import { newVariant } from '../lab/shop.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const add = (buyerId: string, variantId: string, quantity: number) =>
  addToCart(lab.rooms, buyerId, { variantId, quantity });
const contentOf = async (buyerId: string) =>
  ((await lab.rooms.read.carts.of(buyerId))?.lines ?? []).map(({ itemId, quantity }) => [itemId, quantity]);
const droppedBy = async (buyerId: string) =>
  (await lab.announced())
    .filter(([name]) => name === 'ClaimDropped')
    .map(([, payload]) => payload as { claimId: string; buyerId: string })
    .filter((payload) => payload.buyerId === buyerId)
    .map(({ claimId }) => claimId);

/** Every order of all events that keeps the order of each stream. */
function* interleavings(streams: readonly (readonly OutboxEvent[])[]): Generator<OutboxEvent[]> {
  if (streams.every((stream) => stream.length === 0)) yield [];
  for (const [at, [first, ...rest]] of streams.entries()) {
    if (!first) continue;
    for (const tail of interleavings(streams.with(at, rest))) yield [first, ...tail];
  }
}

test('quantities add up to the limit, other lines move, and the guest’s cart is empty for good', async () => {
  const [guest, user] = [mintId('Guest'), mintId('User')];
  const [a, b, c] = [await newVariant(lab.rooms), await newVariant(lab.rooms), await newVariant(lab.rooms)];
  for (const [buyer, variant, quantity] of [
    [user, a, 60],
    [user, b, 2],
    [guest, b, 3],
    [guest, a, 60],
    [guest, c, 1],
  ] as const)
    granted(await add(buyer, variant.id, quantity));
  await deliver(lab.rooms, adopted(guest, user));
  const merged = [
    [a.id, 99],
    [b.id, 5],
    [c.id, 1],
  ];
  expect(new Set(await contentOf(user))).toEqual(new Set(merged));
  expect(await contentOf(guest)).toEqual([]);
  expect(codeOf(await add(guest, a.id, 1))).toBe('CART_MOVED');
});

test('news of an adoption that comes again changes nothing, and the first one stays', async () => {
  const [guest, user, other] = [mintId('Guest'), mintId('User'), mintId('User')];
  const { id } = await newVariant(lab.rooms);
  granted(await add(guest, id, 4));
  const event = announce(guestAdopted, guest, { guestId: guest, userId: user }, lab.clock.now());
  for (let again = 0; again < 3; again += 1) await deliver(lab.rooms, event);
  await deliver(lab.rooms, adopted(guest, user));
  await deliver(lab.rooms, adopted(guest, other));
  await deliver(lab.rooms, held(guest));
  expect(await contentOf(user)).toHaveLength(2);
  expect(await contentOf(user)).toContainEqual([id, 4]);
  expect(await contentOf(other)).toEqual([]);
});

describe('in every order across streams', () => {
  test('two claims of the guest, one of them released, one of another room confirmed: the person has what is left', async () => {
    const plan = (guest: string, user: string) => {
      const [kept, gone, paid] = [held(guest), held(guest), held(guest, { claimId: mintId('Enrollment') })];
      const booking = [kept, gone, released(gone.payload.claimId)];
      const courses = [paid, confirmed(paid.payload.claimId)];
      return { streams: [[adopted(guest, user)], booking, courses], kept: kept.payload.claimId };
    };
    const count = [...interleavings(plan(mintId('Guest'), mintId('User')).streams)].length;
    expect(count).toBe(60);
    for (let at = 0; at < count; at += proofSize({ full: 1, quick: 4 })) {
      const [guest, user] = [mintId('Guest'), mintId('User')];
      const { streams, kept } = plan(guest, user);
      const order = [...interleavings(streams)][at] ?? [];
      for (const event of order) await deliver(lab.rooms, event);
      expect(await contentOf(user)).toEqual([[kept, 1]]);
      expect(await contentOf(guest)).toEqual([]);
      expect(await droppedBy(user)).toEqual([]);
    }
  });
});

test('a claim in another currency than the cart is given back at once', async () => {
  const user = mintId('User');
  granted(await add(user, (await newVariant(lab.rooms)).id, 1));
  const event = held(user, { currency: 'USD' });
  await deliver(lab.rooms, event);
  expect(await contentOf(user)).toHaveLength(1);
  expect(await droppedBy(user)).toEqual([event.payload.claimId]);
});

test('a guest’s claim in another currency than the person’s cart is given back at the adoption', async () => {
  const [guest, user] = [mintId('Guest'), mintId('User')];
  const { id } = await newVariant(lab.rooms);
  granted(await add(user, id, 1));
  const event = held(guest, { currency: 'USD' });
  await deliver(lab.rooms, event);
  await deliver(lab.rooms, adopted(guest, user));
  expect(await contentOf(user)).toEqual([[id, 1]]);
  expect(await contentOf(guest)).toEqual([]);
  expect(await droppedBy(guest)).toEqual([event.payload.claimId]);
});

test('additions by the guest while they are adopted are all there, or refused', async () => {
  const [guest, user] = [mintId('Guest'), mintId('User')];
  const { id } = await newVariant(lab.rooms);
  const adding = Array.from({ length: 10 }, () => add(guest, id, 1));
  const outcomes = await Promise.all([...adding, deliver(lab.rooms, adopted(guest, user))]);
  const accepted = outcomes.slice(0, 10).filter((outcome) => typeof outcome === 'string').length;
  const refused = outcomes.slice(0, 10).filter((outcome) => typeof outcome !== 'string');
  for (const outcome of refused) expect(codeOf(outcome)).toBe('CART_MOVED');
  expect(await contentOf(guest)).toEqual([]);
  expect(await contentOf(user)).toEqual(accepted > 0 ? [[id, accepted]] : []);
});
