// The objects of the simulated world. An entity is a type and a number; anything else is where it was found.
import { type GraphQLCompositeType, type GraphQLSchema, isAbstractType } from 'graphql';
import { numberIn } from './key-values.js';
import type { GraphShape, KeyTree } from './read-subgraphs.js';
import { pick, roll } from './roll.js';

export interface Thing {
  /** A concrete type of the subgraph that was asked. */
  readonly type: string;
  /** The same in every subgraph. */
  readonly identity: string;
  /** What is part of a key here, and the number that it says. */
  readonly keys: KeyTree | undefined;
  readonly n: number;
  /** What it was asked for with, when it was asked for as an entity. */
  readonly representation?: Readonly<Record<string, unknown>>;
}

/** So few, that lists hold the same one more than once. */
const ENTITIES = 5;

export function thingOf(graph: GraphShape, schema: GraphQLSchema, type: GraphQLCompositeType, found: string): Thing {
  const rolled = roll('which', found);
  const family = graph.familyOf.get(type.name);
  if (isAbstractType(type) && !family) {
    return thingOf(graph, schema, pick(schema.getPossibleTypes(type), rolled >>> 3), found);
  }
  if (!graph.keysOf.has(type.name)) return { type: type.name, identity: found, keys: undefined, n: 0 };
  if (!family || isAbstractType(type) || type.name === family.name)
    return entityOf(graph, schema, type.name, rolled % ENTITIES);
  const size = family.members.length;
  return entityOf(graph, schema, type.name, (rolled % 2) * size + family.members.indexOf(type.name));
}

/** Entity number n of a type. An entity interface's number says which of its types it is, wherever that is known. */
function entityOf(graph: GraphShape, schema: GraphQLSchema, typeName: string, n: number): Thing {
  const family = graph.familyOf.get(typeName);
  const type = isAbstractType(schema.getType(typeName)) ? pick(family!.members, n) : typeName;
  const keys = new Map([...(graph.keysOf.get(typeName) ?? []), ...(graph.keysOf.get(type) ?? [])]);
  return { type, identity: `${family?.name ?? type}#${n}`, keys, n };
}

/** Whom a representation means. Numbers that no key says are made up from it. */
export function meant(
  graph: GraphShape,
  schema: GraphQLSchema,
  representation: Record<string, unknown>,
  text: string,
): Thing {
  const typeName = String(representation['__typename']);
  const n = firstNumber(representation, graph.keysOf.get(typeName)) ?? roll(text) % ENTITIES;
  return { ...entityOf(graph, schema, typeName, n), representation };
}

function firstNumber(source: unknown, keys: KeyTree | undefined): number | null {
  if (typeof source !== 'object' || source === null) return null;
  for (const [field, below] of keys ?? []) {
    const value = (source as Record<string, unknown>)[field];
    const n = below.size > 0 ? firstNumber(value, below) : numberIn(value);
    if (n !== null) return n;
  }
  return null;
}
