// Three small subgraphs that know each other's types: accounts, posts and comments. What a benchmark of a router needs.

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external"])';

export const subgraphNames = ['accounts', 'posts', 'comments'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** The types alone. */
const types: Readonly<Record<SubgraphName, string>> = {
  accounts: `
    type Query { user(id: ID!): User  users(first: Int! = 10): [User!]! }
    type User @key(fields: "id") { id: ID!  name: String!  email: String  role: Role!  joinedAt: DateTime! }
    enum Role { ADMIN MEMBER }
    scalar DateTime
  `,
  posts: `
    type Query { feed(first: Int! = 10): [Post!]! }
    type Post @key(fields: "id") {
      id: ID!  title: String!  body: String!  score: Float!  tags: [String!]!  author: User!
    }
    type User @key(fields: "id") { id: ID!  posts(first: Int! = 3): [Post!]! }
  `,
  comments: `
    type Query { comment(id: ID!): Comment }
    type Comment @key(fields: "id") { id: ID!  text: String!  likes: Int!  author: User! }
    type Post @key(fields: "id") { id: ID!  comments(first: Int! = 2): [Comment!]! }
    type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
};

/** What composition reads. */
export const sdlOf = (name: SubgraphName): string => `${LINK}\n${types[name]}`;

const ENTITIES: Readonly<Record<SubgraphName, string>> = {
  accounts: 'User',
  posts: 'Post | User',
  comments: 'Comment | Post',
};

/** What the subgraph executes against: its types and the door for entities (Federation subgraph specification). */
export const executableSdlOf = (name: SubgraphName): string => `
  directive @key(fields: String!, resolvable: Boolean) repeatable on OBJECT
  scalar _Any
  union _Entity = ${ENTITIES[name]}
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
  ${types[name]}
`;
