// Vehicles whose fields have one name and several types: `Engine!` here and `Engine` there.
import { type GraphLab, graphLab } from './graph-lab.js';

interface Typed {
  readonly __typename: string;
}

const motor = { __typename: 'Motor', label: 'V6', power: 90, cover: { __typename: 'Cover', colour: 'red' } };
const legs = { __typename: 'Legs', label: 'two', power: null, cover: null };
const car = { __typename: 'Car', plate: 'c1', engine: motor, spares: [motor, motor], speed: 130 };
const bike = { __typename: 'Bike', plate: 'b1', engine: legs, spares: [legs, null, motor], speed: null };
const boat = { __typename: 'Boat', plate: 's1', engine: null, spares: null, speed: 20 };
const movers = [car, bike, boat, car];

const typed = { __resolveType: ({ __typename }: Typed) => __typename };
const found = { __resolveReference: async ({ plate }: { plate: string }) => movers.find((one) => one.plate === plate) };
async function* passing() {
  yield { passing: car };
  yield { passing: bike };
}

/** As one schema has it. */
export const wholeGarage = { movers, fastest: car, onRoad: [bike, car] };

type Colour = (cover: { readonly colour: string }) => string;

/** `colour` answers `Cover.colour`. */
export const openGarage = (colour: Colour = (cover) => cover.colour): GraphLab =>
  graphLab({
    garage: {
      sdl: `
        type Query { movers: [Mover!]! }
        type Subscription { passing: Mover }
        interface Mover { plate: ID! engine: Engine spares: [Engine] }
        type Car implements Mover @key(fields: "plate") { plate: ID! engine: Engine! @shareable spares: [Engine!]! }
        type Bike implements Mover @key(fields: "plate") { plate: ID! engine: Engine @shareable spares: [Engine] }
        type Boat implements Mover @key(fields: "plate") { plate: ID! engine: Legs spares: [Motor!] }
        interface Engine { label: String }
        type Motor implements Engine @shareable { label: String! power: Int! cover: Cover! }
        type Legs implements Engine @shareable { label: String power: Int cover: Cover }
        type Cover @shareable { colour: String }`,
      resolvers: {
        Query: { movers: () => movers },
        Subscription: { passing: { subscribe: passing } },
        Mover: typed,
        Engine: typed,
        Cover: { colour },
        Car: found,
        Bike: found,
        Boat: found,
      },
    },
    road: {
      sdl: `
        type Query { fastest: Fast onRoad: [Fast] }
        union Fast = Car | Bike
        type Car @key(fields: "plate") { plate: ID! speed: Int! engine: Engine @shareable }
        type Bike @key(fields: "plate") { plate: ID! speed: Int engine: Legs @shareable }
        type Boat @key(fields: "plate") { plate: ID! speed: Int! }
        interface Engine { label: String }
        type Motor implements Engine @shareable { label: String power: Int cover: Cover }
        type Legs implements Engine @shareable { label: String power: Int cover: Cover }
        type Cover @shareable { colour: String }`,
      resolvers: {
        Engine: typed,
        Query: { fastest: () => car, onRoad: () => [bike, car] },
        Fast: typed,
        Car: found,
        Bike: found,
        Boat: found,
      },
    },
  });
