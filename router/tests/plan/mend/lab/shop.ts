// Products with a price in two currencies, and a carrier whose fields require the one or the other.
import { type GraphLab, graphLab } from './graph-lab.js';

const goods = [
  { upc: 'p1', name: 'Lamp', weight: 2, dollars: 10 },
  { upc: 'p2', name: 'Desk', weight: 30, dollars: 200 },
  { upc: 'p3', name: 'Note', weight: 0, dollars: 0 },
];

const priceIn = (dollars: number, currency: string) => (currency === 'EUR' ? dollars * 2 : dollars);

interface Shown {
  readonly upc: string;
  readonly weight?: number;
  readonly price?: number;
  readonly shelf?: { readonly average: number };
}

/** A dearer copy; the shop's own stays as it is. */
const raised = (upc: string) => goods.filter((good) => good.upc === upc).map((good) => ({ ...good, dollars: 11 }))[0];

async function* raises() {
  yield { raised: raised('p1') };
  yield { raised: raised('p2') };
}

/** What a subgraph is shown of an entity is what its fields have to work with. */
const asShown = async (shown: Shown) => shown;

export const openShop = (): GraphLab =>
  graphLab({
    stock: {
      sdl: `
        type Query { goods: [Good!]! good(upc: String!): Good }
        type Mutation { raise(upc: String!): Good }
        type Subscription { raised: Good }
        type Good @key(fields: "upc") {
          upc: String!
          name: String
          weight: Int
          price(currency: String!): Int
          shelf: Shelf
          photo(small: Boolean): String
        }
        type Shelf { average(currency: String!): Int }`,
      resolvers: {
        Query: {
          goods: () => goods,
          good: (_: unknown, { upc }: { upc: string }) => goods.find((good) => good.upc === upc),
        },
        Mutation: { raise: (_: unknown, { upc }: Shown) => raised(upc) },
        Subscription: { raised: { subscribe: raises } },
        Good: {
          __resolveReference: async ({ upc }: Shown) => goods.find((good) => good.upc === upc),
          price({ dollars }: { dollars: number }, { currency }: { currency: string }) {
            if (currency === 'XXX') throw new Error('no such currency');
            return priceIn(dollars, currency);
          },
          shelf: () => ({}),
          photo: ({ upc }: Shown, { small }: { small?: boolean }) => `${upc}-${small ? 'small' : 'large'}`,
        },
        Shelf: { average: (_: unknown, { currency }: { currency: string }) => priceIn(100, currency) },
      },
    },
    carrier: {
      sdl: `
        type Good @key(fields: "upc") {
          upc: String!
          weight: Int @external
          price(currency: String!): Int @external
          shelf: Shelf @external
          photo(small: Boolean): String @external
          inDollars: String @requires(fields: "price(currency: \\"USD\\") weight")
          inEuros: String @requires(fields: "price(currency: \\"EUR\\") weight")
          onShelf: String @requires(fields: "shelf { average(currency: \\"USD\\") }")
          poster: String @requires(fields: "photo")
          stamp: String @requires(fields: "photo(small: true)")
          heavy: Boolean @requires(fields: "weight")
          days(express: Boolean!): Int
        }
        type Shelf { average(currency: String!): Int @external }`,
      resolvers: {
        Good: {
          __resolveReference: asShown,
          inDollars: ({ price, weight }: Shown) => `USD ${price} for ${weight} kg`,
          inEuros: ({ price, weight }: Shown) => `EUR ${price} for ${weight} kg`,
          onShelf: ({ shelf }: Shown) => `among ${shelf?.average}`,
          poster: ({ photo }: Shown & { photo?: string }) => `poster of ${photo}`,
          stamp: ({ photo }: Shown & { photo?: string }) => `stamp of ${photo}`,
          heavy: ({ weight = 0 }: Shown) => weight > 20,
          days: (_: Shown, { express }: { express: boolean }) => (express ? 1 : 5),
        },
      },
    },
  });

const wholeGood = ({ upc, name, weight, dollars }: (typeof goods)[number]) => ({
  upc,
  name,
  weight,
  price: ({ currency }: { currency: string }) => priceIn(dollars, currency),
  shelf: { average: ({ currency }: { currency: string }) => priceIn(100, currency) },
  photo: ({ small }: { small?: boolean }) => `${upc}-${small ? 'small' : 'large'}`,
  inDollars: `USD ${dollars} for ${weight} kg`,
  inEuros: `EUR ${2 * dollars} for ${weight} kg`,
  onShelf: 'among 100',
  poster: `poster of ${upc}-large`,
  stamp: `stamp of ${upc}-small`,
  heavy: weight > 20,
  days: ({ express }: { express: boolean }) => (express ? 1 : 5),
});

/** As one schema has it. */
export const wholeShop = {
  goods: goods.map(wholeGood),
  good: ({ upc }: { upc: string }) => goods.filter((good) => good.upc === upc).map(wholeGood)[0],
};
