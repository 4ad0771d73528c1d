// Mended plans of mutations, which are sent once, and of subscriptions, whose events they complete.
import { expect, it } from 'vitest';
import { openShop } from './lab/shop.js';

const { stock, ours, oursOfEach, asked, planned } = openShop();
const subgraphsAsked = () => asked.map((query) => query.replace(/^(\w+): (\w+).*$/s, '$1 $2'));

it('a mutation answers with the values of its own', async () => {
  const query = 'mutation { raise(upc: "p1") { price(currency: "EUR") inDollars inEuros } }';
  const right = { raise: { price: 22, inDollars: 'USD 11 for 2 kg', inEuros: 'EUR 22 for 2 kg' } };
  expect((await stock(query)).data).not.toEqual(right);
  expect(await ours(query)).toEqual({ data: right });
  expect(subgraphsAsked()).toEqual(['stock mutation', 'carrier query', 'carrier query']);
});

it('mutations of one subgraph reach it together and once, and what each answers stands under its own key', async () => {
  const query = `mutation {
    one: raise(upc: "p2") { inDollars inEuros }
    two: raise(upc: "p1") { price(currency: "EUR") inDollars }
  }`;
  expect(await ours(query)).toEqual({
    data: {
      one: { inDollars: 'USD 11 for 30 kg', inEuros: 'EUR 22 for 30 kg' },
      two: { price: 22, inDollars: 'USD 11 for 2 kg' },
    },
  });
  expect(subgraphsAsked().filter((asking) => asking.endsWith('mutation'))).toEqual(['stock mutation']);
});

it('each event of a subscription is completed with the values of its own', async () => {
  const query = `subscription ($currency: String!) { raised { upc price(currency: $currency) inDollars inEuros } }`;
  expect(planned(query)).toMatchObject({ mended: expect.any(String) });
  expect(await oursOfEach(query, { currency: 'EUR' })).toEqual([
    { data: { raised: { upc: 'p1', price: 22, inDollars: 'USD 11 for 2 kg', inEuros: 'EUR 22 for 2 kg' } } },
    { data: { raised: { upc: 'p2', price: 22, inDollars: 'USD 11 for 30 kg', inEuros: 'EUR 22 for 30 kg' } } },
  ]);
});

it("an event's own errors stand at the client's place", async () => {
  const answers = await oursOfEach('subscription { raised { price(currency: "XXX") inDollars } }');
  expect(answers[0]).toEqual({
    data: { raised: { price: null, inDollars: 'USD 11 for 2 kg' } },
    errors: [{ message: 'no such currency', path: ['raised', 'price'] }],
  });
});
