// Graphs about types that stand for others: unions, interfaces, interface objects, and entities among them.
import type { SmallGraph } from './small-graph.js';

export const unions: SmallGraph = {
  name: 'unions',
  subgraphs: {
    shelf: `
      type Query { search(text: String, first: Int = 2): [Hit!]! top: Hit some: [Hit] note: Note }
      union Hit = Book | Author | Note
      type Book @key(fields: "id") { id: ID! title: String! author: Author }
      type Author @key(fields: "id") { id: ID! name: String }
      type Note { text: String! about: Hit }`,
    press: `
      type Query { latest: Hit! }
      union Hit = Book | Author
      type Book @key(fields: "id") { id: ID! pages: Int! related: [Hit!] price: Float }
      type Author @key(fields: "id") { id: ID! books: [Book!]! age: Int }`,
  },
};

export const interfaces: SmallGraph = {
  name: 'interfaces',
  subgraphs: {
    library: `
      type Query { node(id: ID!): Node media(kind: String): [Media!] first: Media! }
      interface Node { id: ID! }
      interface Media implements Node { id: ID! url: String owner: Owner! }
      type Photo implements Node & Media @key(fields: "id") { id: ID! url: String owner: Owner! width: Int! }
      type Song implements Node & Media @key(fields: "id") { id: ID! url: String owner: Owner! seconds: Float! cover: Photo }
      type Owner implements Node @key(fields: "id") { id: ID! }`,
    people: `
      type Query { owners: [Owner!]! }
      interface Named { name(long: Boolean = false): String! }
      type Owner implements Named @key(fields: "id") { id: ID! name(long: Boolean = false): String! favourite: Liked }
      interface Liked { likes: Int! }
      type Photo implements Liked @key(fields: "id") { id: ID! likes: Int! }
      type Song implements Liked @key(fields: "id") { id: ID! likes: Int! fans(first: Int!): [Owner] }`,
  },
};

export const interfaceObjects: SmallGraph = {
  name: 'interface objects',
  subgraphs: {
    stock: `
      type Query { products(first: Int): [Product!]! product: Product }
      interface Product @key(fields: "id") { id: ID! label: String }
      type Chair implements Product @key(fields: "id") { id: ID! label: String legs: Int! }
      type Lamp implements Product @key(fields: "id") { id: ID! label: String watts: Float }`,
    reviews: `
      type Query { reviewed: [Product] best: Product! }
      type Product @key(fields: "id") @interfaceObject { id: ID! reviews(first: Int = 3): [Review!]! stars: Float }
      type Review @key(fields: "id") { id: ID! text: String! product: Product }`,
  },
};

export const abstractEntities: SmallGraph = {
  name: 'abstract entities',
  subgraphs: {
    zoo: `
      type Query { animals: [Animal!] animal(id: ID): Animal pet: Pet pets: [[Pet]!] }
      interface Animal @key(fields: "id") { id: ID! name: String! keeper: Keeper }
      type Cat implements Animal @key(fields: "id") { id: ID! name: String! keeper: Keeper lives: Int! friend: Animal }
      type Dog implements Animal @key(fields: "id") { id: ID! name: String! keeper: Keeper tricks: [String!] }
      type Fish implements Animal @key(fields: "id") { id: ID! name: String! keeper: Keeper }
      union Pet = Cat | Dog
      type Keeper @key(fields: "id") { id: ID! animals: [Animal!]! }`,
    clinic: `
      type Query { patients: [Patient!]! }
      union Patient = Cat | Dog | Keeper
      type Cat @key(fields: "id") { id: ID! weight: Float! visits: [Visit!]! }
      type Dog @key(fields: "id") { id: ID! weight: Float visits: [Visit] }
      type Keeper @key(fields: "id") { id: ID! phone: String doctor: Keeper }
      type Visit { at: String! patient: Patient! by: Keeper! }`,
  },
};
