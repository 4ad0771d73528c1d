// `@requires` beside `@skip` and `@include`: what a field that is not wanted requires is not fetched, and the planner shows
// entities without it to nobody, also not for the fields that can do without.
import { expect, it } from 'vitest';
import { openShop } from './lab/shop.js';

const { stock, ours, planned, asked } = openShop();

it.each([
  [
    'another field with @requires',
    '{ heavy inDollars @include(if: $v) }',
    { heavy: false },
    { inDollars: 'USD 10 for 2 kg' },
  ],
  ['a field that requires nothing', '{ days(express: true) heavy @include(if: $v) }', { days: 1 }, { heavy: false }],
  [
    'both under conditions',
    '{ heavy @skip(if: $v) onShelf @include(if: $v) }',
    { heavy: false },
    { onShelf: 'among 100' },
  ],
])('%s', async (_, selection, off, on) => {
  const query = `query ($v: Boolean!) { good(upc: "p1") ${selection} }`;
  const without = { data: { good: off } };
  expect(await stock(query, { v: false })).toEqual({ data: { good: { [Object.keys(off)[0] ?? '']: null } } });
  expect(await ours(query, { v: false })).toEqual(without);
  const both = selection.includes('@skip') ? on : { ...off, ...on };
  expect(await ours(query, { v: true })).toEqual({ data: { good: both } });
});

it('is not fetched when it is not wanted', async () => {
  await ours('query ($v: Boolean!) { good(upc: "p1") { heavy inDollars @include(if: $v) } }', { v: false });
  expect(asked.filter((query) => query.startsWith('carrier'))).toEqual([
    expect.stringContaining('{...on Good{__typename heavy}}'),
  ]);
});

it('is left alone where nothing is lost', () => {
  expect(planned('query ($v: Boolean!) { good(upc: "p1") { heavy inDollars name @include(if: $v) } }')).toMatchObject({
    mended: null,
  });
  expect(planned('query ($v: Boolean!) { good(upc: "p1") { heavy @include(if: $v) } }')).toMatchObject({
    mended: null,
  });
});
