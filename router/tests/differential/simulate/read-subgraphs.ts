// What the simulation must know of a supergraph: each subgraph's schema, its keys, and which of its fields require.
import {
  FieldDefinition,
  type Schema,
  type Subgraph as SubgraphPart,
  type Supergraph,
} from '@apollo/federation-internals';
import { type GraphQLSchema, isInterfaceType, Kind, parse, type SelectionSetNode } from 'graphql';

/** The fields of a key, each with those below it. */
export type KeyTree = Map<string, KeyTree>;

export interface SubgraphShape {
  readonly schema: GraphQLSchema;
  /** The fields that @requires something, as Type.field: their values depend on the whole representation. */
  readonly requiring: ReadonlySet<string>;
}

export interface GraphShape {
  readonly subgraphs: ReadonlyMap<string, SubgraphShape>;
  /** All key fields of an entity, of all its keys in all subgraphs. */
  readonly keysOf: ReadonlyMap<string, KeyTree>;
  /** An entity that implements an entity interface, or is one: the interface, and all that implement it, in order. */
  readonly familyOf: ReadonlyMap<string, { readonly name: string; readonly members: readonly string[] }>;
}

export function readSubgraphs(supergraph: Supergraph): GraphShape {
  const subgraphs = new Map<string, SubgraphShape>();
  const keysOf = new Map<string, KeyTree>();
  for (const part of supergraph.subgraphs()) {
    subgraphs.set(part.name, { schema: part.schema.toGraphQLJSSchema(), requiring: requiringOf(part) });
    for (const type of part.schema.types()) {
      for (const key of type.appliedDirectivesOf(part.metadata().keyDirective())) {
        const tree = keysOf.get(type.name) ?? new Map();
        keysOf.set(type.name, tree);
        grow(tree, parse(`{${key.arguments().fields}}`).definitions[0]!);
      }
    }
  }
  return { subgraphs, keysOf, familyOf: familiesIn(supergraph.schema, keysOf) };
}

function requiringOf(part: SubgraphPart): Set<string> {
  const fields = [...part.metadata().requiresDirective().applications()].map(({ parent }) => parent);
  return new Set(fields.flatMap((field) => (field instanceof FieldDefinition ? [field.coordinate] : [])));
}

function grow(tree: KeyTree, node: { readonly kind: Kind } & { readonly selectionSet?: SelectionSetNode | undefined }) {
  for (const selection of node.selectionSet?.selections ?? []) {
    if (selection.kind !== Kind.FIELD) continue;
    const below = tree.get(selection.name.value) ?? new Map();
    tree.set(selection.name.value, below);
    grow(below, selection);
  }
}

function familiesIn(schema: Schema, keysOf: ReadonlyMap<string, KeyTree>) {
  const families = new Map<string, { name: string; members: string[] }>();
  const graphql = schema.toGraphQLJSSchema();
  for (const name of keysOf.keys()) {
    const type = graphql.getType(name);
    if (!isInterfaceType(type)) continue;
    const members = graphql
      .getPossibleTypes(type)
      .map((member) => member.name)
      .sort((a, b) => (a < b ? -1 : 1));
    for (const member of [name, ...members]) families.set(member, { name, members });
  }
  return families;
}
