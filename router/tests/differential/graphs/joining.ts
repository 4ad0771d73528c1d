// Graphs about how one subgraph's field comes to need another's: @requires, @provides, @override, keys, long ways.
import type { SmallGraph } from './small-graph.js';

export const requires: SmallGraph = {
  name: 'requires with arguments',
  subgraphs: {
    goods: `
      type Query { items(first: Int): [Item!]! item(id: ID!): Item }
      type Item @key(fields: "id") {
        id: ID! name: String weight: Float size: Size
        price(currency: String!, gross: Boolean = true): Float @inaccessible
        tags(first: Int): [String!] @inaccessible
      }
      type Size { width: Int! height: Int unit: String }`,
    shipping: `
      type Query { parcels: [Parcel] }
      type Item @key(fields: "id") {
        id: ID!
        weight: Float @external
        price(currency: String!, gross: Boolean = true): Float @external
        tags(first: Int): [String!] @external
        size: Size @external
        shipping: Float @requires(fields: "weight price(currency: \\"EUR\\", gross: false)")
        label(upper: Boolean): String! @requires(fields: "tags(first: 2) size { width height }")
        parcel: Parcel
      }
      type Size @external { width: Int! height: Int }
      type Parcel { code: ID! item: Item! }`,
  },
};

export const provides: SmallGraph = {
  name: 'provides',
  subgraphs: {
    posts: `
      type Query { feed: [Post!]! pinned: Post @provides(fields: "author { name }") }
      type Post @key(fields: "id") { id: ID! body: String author: User! @provides(fields: "name") editor: User likedBy: [User!] @provides(fields: "name badge { label }") }
      type User @key(fields: "id") { id: ID! name: String @external badge: Badge @external }
      type Badge { label: String! @shareable }`,
    users: `
      type Query { me: User }
      type User @key(fields: "id") { id: ID! name: String @shareable age: Int badge: Badge @shareable posts: [Post!]! }
      type Post @key(fields: "id") { id: ID! writer: User }
      type Badge { label: String! @shareable colour: String }`,
  },
};

export const override: SmallGraph = {
  name: 'override',
  subgraphs: {
    old: `
      type Query { bills(open: Boolean!): [Bill!] total: Int! }
      type Bill @key(fields: "id") { id: ID! amount: Int! due: String payer: Payer }
      type Payer @key(fields: "id") { id: ID! name: String! }`,
    fresh: `
      type Query { total: Int! @override(from: "old") }
      type Bill @key(fields: "id") { id: ID! amount: Int! @override(from: "old") payer: Payer @override(from: "old") lines: [Line!]! }
      type Payer @key(fields: "id") { id: ID! name: String! @override(from: "old") bills: [Bill!] }
      type Line { text: String bill: Bill! }`,
  },
};

export const keys: SmallGraph = {
  name: 'compound, nested and multiple keys',
  subgraphs: {
    one: `
      type Query { offers: [Offer!]! offer: Offer }
      type Offer @key(fields: "sku shop { id }") @key(fields: "id") { id: ID! sku: String! shop: Shop! title: String }
      type Shop @key(fields: "id") { id: ID! city: String }`,
    two: `
      type Query { cheapest: Offer }
      type Offer @key(fields: "sku shop { id }") { sku: String! shop: Shop! price: Int! bundle: [Bundle!] }
      type Shop @key(fields: "id", resolvable: false) { id: ID! }
      type Bundle @key(fields: "code { value part { n } }") { code: Code! offers: [Offer] }
      type Code @shareable { value: String! part: Part! }
      type Part @shareable { n: Int! }`,
    three: `
      type Offer @key(fields: "id") @key(fields: "slug") { id: ID! slug: String! views: Int }
      type Bundle @key(fields: "code { value part { n } }") { code: Code! best: Offer discount: Float! }
      type Code @shareable { value: String! part: Part! }
      type Part @shareable { n: Int! }`,
    four: `
      type Query { slugged: [Offer!] }
      type Offer @key(fields: "slug") { slug: String! meta: String }
      type Shop @key(fields: "id") { id: ID! offers: [Offer!]! owner: Shop }`,
  },
};

export const longWay: SmallGraph = {
  name: 'a long way round',
  subgraphs: {
    a: `
      type Query { start: A starts: [A!]! }
      type A @key(fields: "id") { id: ID! a: String b: B }
      type B @key(fields: "id") { id: ID! }`,
    b: `
      type B @key(fields: "id") { id: ID! b: Int! c: [C!] }
      type C @key(fields: "id") { id: ID! }`,
    c: `
      type C @key(fields: "id") { id: ID! c: Float a(of: Int): A! all: [A] }
      type A @key(fields: "id") { id: ID! back: C c: Boolean }`,
  },
};
