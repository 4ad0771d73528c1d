// A field that `@requires` names with arguments, asked with other arguments by the client or by another `@requires`.
import { describe, expect, it } from 'vitest';
import { openShop } from './lab/shop.js';

const { stock, ours, asked } = openShop();

describe("the client's arguments are not those of @requires", () => {
  it('gives each its own value', async () => {
    const query = '{ goods { price(currency: "EUR") inDollars } }';
    const right = [
      { price: 20, inDollars: 'USD 10 for 2 kg' },
      { price: 400, inDollars: 'USD 200 for 30 kg' },
      { price: 0, inDollars: 'USD 0 for 0 kg' },
    ];
    expect((await stock(query)).data).not.toEqual({ goods: right });
    expect(await ours(query)).toEqual({ data: { goods: right } });
  });

  it('gives each its own value below the entity', async () => {
    const query = '{ good(upc: "p1") { onShelf shelf { average(currency: "EUR") } } }';
    expect(await stock(query)).toEqual({ data: { good: { onShelf: 'among 100', shelf: { average: 100 } } } });
    expect(await ours(query)).toEqual({ data: { good: { onShelf: 'among 100', shelf: { average: 200 } } } });
  });

  it('tells a field without its optional argument from one with it', async () => {
    const query = '{ good(upc: "p1") { photo(small: true) poster } }';
    expect(await stock(query)).toEqual({ data: { good: { photo: 'p1-small', poster: 'poster of p1-small' } } });
    expect(await ours(query)).toEqual({ data: { good: { photo: 'p1-small', poster: 'poster of p1-large' } } });
  });

  it('leaves variables, fragments and the order of keys as the client has them', async () => {
    const query = `
      query ($currency: String!, $on: Boolean!) { good(upc: "p1") { ...Priced inDollars @include(if: $on) ... on Good { upc } } }
      fragment Priced on Good { price(currency: $currency) name }`;
    const answer = await ours(query, { currency: 'EUR', on: true });
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify({ data: { good: { price: 20, name: 'Lamp', inDollars: 'USD 10 for 2 kg', upc: 'p1' } } }),
    );
    expect(await stock(query, { currency: 'EUR', on: true })).not.toEqual(answer);
  });
});

describe('errors', () => {
  it("stand at the client's place", async () => {
    const query = '{ good(upc: "p1") { price(currency: "XXX") inDollars } }';
    expect(await ours(query)).toEqual({
      data: { good: { price: null, inDollars: 'USD 10 for 2 kg' } },
      errors: [{ message: 'no such currency', path: ['good', 'price'] }],
    });
  });
});

describe('two @requires with different arguments', () => {
  it('are asked in two fetches', async () => {
    const query = '{ goods { inDollars inEuros } }';
    const right = [
      { inDollars: 'USD 10 for 2 kg', inEuros: 'EUR 20 for 2 kg' },
      { inDollars: 'USD 200 for 30 kg', inEuros: 'EUR 400 for 30 kg' },
      { inDollars: 'USD 0 for 0 kg', inEuros: 'EUR 0 for 0 kg' },
    ];
    expect((await stock(query)).data).not.toEqual({ goods: right });
    expect(await ours(query)).toEqual({ data: { goods: right } });
    expect(asked.map((query) => query.split(':')[0])).toEqual(['stock', 'carrier', 'carrier']);
  });

  it('are asked in two fetches beside what the client asks of the same field', async () => {
    const query = `query ($express: Boolean!) {
      good(upc: "p1") { price(currency: "CHF") a: inDollars b: inEuros heavy days(express: $express) ...More }
    }
    fragment More on Good { c: inEuros dollars: price(currency: "USD") }`;
    expect(await ours(query, { express: true })).toEqual({
      data: {
        good: {
          price: 10,
          a: 'USD 10 for 2 kg',
          b: 'EUR 20 for 2 kg',
          heavy: false,
          days: 1,
          c: 'EUR 20 for 2 kg',
          dollars: 10,
        },
      },
    });
  });

  it('are told apart when one has no argument', async () => {
    const query = '{ good(upc: "p1") { poster stamp } }';
    const right = { data: { good: { poster: 'poster of p1-large', stamp: 'stamp of p1-small' } } };
    expect(await stock(query)).not.toEqual(right);
    expect(await ours(query)).toEqual(right);
  });
});
