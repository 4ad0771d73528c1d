// A guessed count is settled by the server's, and never by an answer that is older than the latest change.
import { expect, test } from 'vitest';
import { makeTally } from '../../src/parts/tally';

/** A server whose answers come when the test says so. */
function desk() {
  const waiting: ((count: number | null) => void)[] = [];
  const written: number[] = [];
  const tally = makeTally({
    ask: () => new Promise((resolve) => waiting.push(resolve)),
    write: (count) => written.push(count),
  });
  /** Lets the oldest question be answered, and what follows from it happen. */
  const answer = async (count: number | null) => {
    waiting.shift()?.(count);
    await new Promise(setImmediate);
  };
  return { tally, waiting, written, answer };
}

test('the server’s count wins', async () => {
  const { tally, written, answer } = desk();
  const settled = tally.changed();
  await answer(7);
  await settled;
  expect(written).toEqual([7]);
});

test('an answer on its way while something changed is dropped, and asked for again', async () => {
  const { tally, waiting, written, answer } = desk();
  const settled = tally.changed();
  void tally.changed();
  await answer(7);
  expect(written).toEqual([]);
  await answer(0);
  await settled;
  expect(written).toEqual([0]);
  expect(waiting).toHaveLength(0);
});

test('a hundred changes at once ask twice at most', async () => {
  const { tally, waiting, written, answer } = desk();
  for (let at = 0; at < 100; at++) void tally.changed();
  expect(waiting).toHaveLength(1);
  await answer(99);
  expect(waiting).toHaveLength(1);
  await answer(100);
  expect(waiting).toHaveLength(0);
  expect(written).toEqual([100]);
});

test('without an answer the guess stays, and the next change asks again', async () => {
  const { tally, written, answer } = desk();
  const settled = tally.changed();
  await answer(null);
  await settled;
  expect(written).toEqual([]);
  void tally.changed();
  await answer(3);
  expect(written).toEqual([3]);
});
