// Books in one subgraph, their authors in another.
import { graph } from './graph.js';

export const library = () =>
  graph({
    books: `
      type Query { books: [Book]  constructor: Book  shelf(size: Int!): [Book!]!  rated(least: Float): [Book!] }
      type Book @key(fields: "id") { id: ID!  title: String!  pages: Int  rating: Float  toString: String  author: Author  mark: Mark }
      type Author @key(fields: "id") { id: ID! }
      type Subscription { bookAdded: Book }
      enum Mark { RED GREEN }
    `,
    people: `
      type Author @key(fields: "id") { id: ID!  name: String!  home: Home }
      type Home @shareable { town: String  street: String }
      type Query { nobody: Author }
    `,
  });

const author = (id: string) => ({ __typename: 'Author', id });

export const book = (id: string, writer: string | null = 'ada') => ({
  __typename: 'Book',
  id,
  title: `Book ${id}`,
  author: writer === null ? null : author(writer),
});
