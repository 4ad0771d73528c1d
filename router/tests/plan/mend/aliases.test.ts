// An alias of the client's that is also the name of a key, or of a field that `@requires` names.
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { openShop } from './lab/shop.js';

const { stock, ours, planned } = openShop();

describe('an alias that is also', () => {
  it('the name of a key', async () => {
    const query = '{ good(upc: "p1") { upc: name heavy } }';
    expect(await stock(query)).toEqual({ data: { good: { upc: 'p1', heavy: false } } });
    expect(await ours(query)).toEqual({ data: { good: { upc: 'Lamp', heavy: false } } });
  });

  it('the name of a key, on the slow road', async () => {
    const query = '{ good(upc: "p1") { upc: name heavy } __schema { queryType { name } } }';
    expect(await ours(query)).toEqual({
      data: { good: { upc: 'Lamp', heavy: false }, __schema: { queryType: { name: 'Query' } } },
    });
  });

  it('the name of a required field', async () => {
    const query = '{ good(upc: "p2") { weight: name heavy } }';
    expect(await stock(query)).toEqual({ data: { good: { weight: 'Desk', heavy: false } } });
    expect(await ours(query)).toEqual({ data: { good: { weight: 'Desk', heavy: true } } });
  });

  it('the name of a required field with arguments', async () => {
    const query = '{ good(upc: "p1") { price: name inDollars } }';
    expect(await stock(query)).toEqual({ data: { good: { price: 'Lamp', inDollars: 'USD Lamp for 2 kg' } } });
    expect(await ours(query)).toEqual({ data: { good: { price: 'Lamp', inDollars: 'USD 10 for 2 kg' } } });
  });

  it('a name of ours, where the plan has to be mended', () => {
    const refused = planned('{ good(upc: "p1") { _m0_price: name price(currency: "EUR") inDollars } }');
    expect(refused).toBeInstanceOf(GraphQLError);
    expect((refused as GraphQLError).toJSON()).toEqual({
      message: 'The alias "_m0_price" cannot be used in this operation: choose another.',
      extensions: { code: 'PLAN_IMPOSSIBLE' },
    });
  });
});
