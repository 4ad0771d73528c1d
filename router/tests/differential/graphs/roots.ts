// Graphs about where an operation begins: mutations, renamed root types, and what clients must not see.
import type { SmallGraph } from './small-graph.js';

export const mutations: SmallGraph = {
  name: 'mutations',
  subgraphs: {
    notes: `
      type Query { notes: [Note!]! }
      type Mutation { addNote(text: String!, tags: [String!] = ["x"]): Note! dropNote(id: ID!): Boolean! editNote(change: Change!): Edited }
      input Change { id: ID! text: String pinned: Boolean = false }
      type Note @key(fields: "id") { id: ID! text: String! author: Person }
      type Person @key(fields: "id") { id: ID! }
      union Edited = Note | Refused
      type Refused { why: String! note: Note }`,
    people: `
      type Query { me: Person }
      type Mutation { rename(name: String!): Person forget: Int }
      type Person @key(fields: "id") { id: ID! name: String! notes: [Note] }
      type Note @key(fields: "id") { id: ID! readers(first: Int = 2): [Person!]! }`,
  },
};

export const renamedRoots: SmallGraph = {
  name: 'renamed root types',
  subgraphs: {
    asks: `
      schema { query: Ask mutation: Change }
      type Ask { thing(id: ID!): Thing things: [Thing!]! }
      type Change { touch(id: ID!): Thing }
      type Thing @key(fields: "id") { id: ID! name: String }`,
    tells: `
      schema { query: Tell }
      type Tell { told: [Thing] count: Int! }
      type Thing @key(fields: "id") { id: ID! told: Int parent: Thing! }`,
  },
};

export const inaccessible: SmallGraph = {
  name: 'inaccessible types and values',
  subgraphs: {
    open: `
      type Query { jobs(state: State = OPEN): [Job!]! owner: Owner! any: Any }
      enum State { OPEN DONE SECRET @inaccessible }
      type Job @key(fields: "id") { id: ID! state: State! states: [State!] owner: Owner secret: String! @inaccessible }
      interface Owner { name: String }
      type Firm implements Owner { name: String jobs: [Job!] }
      type Spy implements Owner @inaccessible { name: String }
      union Any = Job | Firm | Spy`,
    shut: `
      type Job @key(fields: "id") { id: ID! secret: String! @external hint(length: Int = 3, key: String @inaccessible): String @requires(fields: "secret") next: Job }
      type Hidden @inaccessible { job: Job! }`,
  },
};
