// Graphs about what a field may hold: types that differ between subgraphs, lists of lists, enums, scalars, nulls.
import type { SmallGraph } from './small-graph.js';

export const shareable: SmallGraph = {
  name: 'shareable fields of different types',
  subgraphs: {
    strict: `
      type Query { place(id: ID!): Place! @shareable places: [Place!]! }
      type Place @key(fields: "id") { id: ID! name: String! @shareable tags: [String!]! @shareable spot: Spot! @shareable}
      type Spot @shareable { lat: Float! lon: Float! label: String! }
`,
    lax: `
      type Query { place(id: ID!): Place @shareable around: [Place!]! }
      type Place @key(fields: "id") { id: ID! name: String @shareable tags: [String] @shareable spot: Spot @shareable open: Hours visitors: Int }
      type Spot @shareable { lat: Float lon: Float label: String height: Float }
      type Hours { from: String to: String }`,
    kinds: `
      type Query { shown: Place }
      type Place @key(fields: "id") { id: ID! view: View @shareable score: Int! }
      interface View { note: String }
      type Wide implements View { note: String degrees: Int! }
      type Narrow implements View { note: String place: Place! }`,
  },
};

export const nestedLists: SmallGraph = {
  name: 'nested lists',
  subgraphs: {
    board: `
      type Query { board: [[Cell!]!]! loose: [[Cell]] deep: [[[Cell!]!]!] numbers(of: [[Int!]]): [[[Int]!]] rows: [Row] }
      type Row { cells: [[Cell]!] sums: [[Float!]!]! }
      type Cell @key(fields: "x y") { x: Int! y: Int! piece: Piece around: [[Cell!]] }
      type Piece @key(fields: "id") { id: ID! }`,
    pieces: `
      type Query { pieces: [[Piece!]!] }
      type Piece @key(fields: "id") { id: ID! name: String! moves: [[Cell!]!]! }
      type Cell @key(fields: "x y") { x: Int! y: Int! colour: String! history: [[[Piece]]] }`,
  },
};

const scalarTypes = `
  scalar JSON
  scalar Stamp
  enum Colour { RED GREEN BLUE }`;

export const scalars: SmallGraph = {
  name: 'enums and scalars',
  subgraphs: {
    paint: `${scalarTypes}
      type Query {
        paint(colour: Colour = RED, mix: [Colour!], extra: JSON, want: Want): Paint
        paints(where: [Want!]): [Paint!]! any: JSON stamps: [Stamp!]! colours: [[Colour!]] echo(id: ID, n: Int, f: Float, s: String = "a\\"b", b: Boolean): String
      }
      input Want { colour: Colour! = GREEN shine: Float not: Want ids: [ID!] at: Stamp note: String = null }
      type Paint @key(fields: "code") { code: Stamp! colour: Colour! shine: Float! extra: JSON mixedFrom: [Colour] }`,
    shop: `${scalarTypes}
      type Query { sold: [Paint] }
      enum Size { S M L XL }
      type Paint @key(fields: "code") { code: Stamp! size(of: Size): Size! sizes: [Size!] detail(in: JSON, at: Stamp): JSON! id: ID amount: Int stock: Boolean }`,
  },
};

export const nulls: SmallGraph = {
  name: 'null bubbling',
  subgraphs: {
    tree: `
      type Query { root: Branch roots: [Branch!] must: Branch! mays: [Branch]! grid: [[Branch!]!] }
      type Branch @key(fields: "id") { id: ID! leaf: Leaf! leaves: [Leaf!]! maybe: [Leaf!] some: [Leaf]! sub: Branch subs: [Branch!]! }
      type Leaf { n: Int! green: Boolean! word: String under: Leaf! @shareable branch: Branch! }`,
    soil: `
      type Branch @key(fields: "id") { id: ID! weight: Float! roots: [Branch!]! twin: Branch! kind: Kind! }
      interface Kind { rank: Int! of: Branch! }
      type Oak implements Kind { rank: Int! of: Branch! acorns: [Int!]! }
      type Elm implements Kind { rank: Int! of: Branch! }`,
  },
};

/**
 * Fields of one name that are of one type for clients but not in the subgraph that is asked: the planner asks for them
 * under other names and rewrites the answer. No value here is 0, false or empty: stock loses those then.
 */
export const rewritten: SmallGraph = {
  name: 'rewritten answers',
  subgraphs: {
    garage: `
      type Query { items: [Item!]! item: Item movers: [Mover] }
      union Item = Car | Bike | Boat
      interface Mover { wheel: Wheel }
      enum Fuel { GAS WIND LEGS }
      type Car implements Mover @key(fields: "code") { code: ID! fuel: Fuel! @shareable wheel: Wheel! @shareable parts: [Wheel!]! @shareable }
      type Bike implements Mover @key(fields: "code") { code: String! fuel: Fuel @shareable wheel: Wheel @shareable parts: [Wheel] @shareable }
      type Boat @key(fields: "code") { code: Int! fuel: Fuel @shareable }
      type Wheel @shareable { fuel: Fuel! width: String }`,
    yard: `
      type Query { seen: [Seen!] }
      union Seen = Boat | Bike
      enum Fuel { GAS WIND LEGS }
      type Car @key(fields: "code") { code: ID! fuel: Fuel @shareable wheel: Wheel @shareable parts: [Wheel] @shareable owner: Owner! }
      type Bike @key(fields: "code") { code: String! fuel: Fuel @shareable wheel: Wheel @shareable parts: [Wheel!] @shareable owner: Owner }
      type Boat @key(fields: "code") { code: Int! owner: Owner }
      type Wheel @shareable { fuel: Fuel width: String }
      type Owner { name: String things: [Seen] }`,
  },
};
