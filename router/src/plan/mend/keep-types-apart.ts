// Fields of one key whose types no answer can hold together, such as `Wheel` and `Wheel!` (GraphQL specification, 5.3.2,
// SameResponseShape): the planner asks for one of them under an alias, and has the answer renamed. It goes wrong
// - in a fragment that has a condition and no type, and below a field with such an alias: there it forgets to write the
//   alias, and the subgraph refuses the whole fetch;
// - where both are asked of one object, `{ movers { wheel { size } ... on Car { wheel { fuel } } } }`: the stock gateway has
//   the one replace the other, whose fields are lost without an error. `apply-rewrites.ts` joins them.
// Such a fetch is given its aliases anew: one for each type, wherever a field of that key stands.
import type { FetchDataKeyRenamer, FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { inlined, mapFetches, renamesOf } from './fetch-document.js';
import { type FieldAt, fieldsAt } from './places.js';
import type { TypeMap } from './type-map.js';

/** What no client's alias may begin with where a plan is mended. */
export const BY_TYPE = /^_t\d+_/;

interface Asked {
  readonly node: FieldNode;
  /** As the planner wrote it. */
  readonly alias: string;
  /** What the value ends up under. */
  readonly key: string;
  /** What fields of one alias must agree on. */
  readonly shape: string;
  /** The object types for which it is asked. */
  readonly scope: ReadonlySet<string>;
  /** The field whose objects it is asked of. */
  readonly above: Asked | null;
}

/** The plan itself when there is nothing to mend. */
export const keepTypesApart = (plan: QueryPlan, types: TypeMap): QueryPlan =>
  mapFetches(plan, (fetch) => (fetch.outputRewrites ? mendFetch(fetch, types) : fetch));

function mendFetch(fetch: FetchNode, types: TypeMap): FetchNode {
  const operation = inlined(parse(fetch.operation, { noLocation: true }));
  const asked = askedIn(fetch, operation, types);
  if (!isRefused(asked) && !isLost(asked)) return fetch;
  const aliasOf = aliasesByType(asked);
  const aliases = new Map(asked.map((one) => [one.node, aliasOf(one)]));
  const mended = visit(operation, {
    Field: {
      enter(node) {
        const value = aliases.get(node);
        if (value === undefined || value === (node.alias ?? node.name).value) return undefined;
        return { ...node, alias: { kind: Kind.NAME, value } };
      },
    },
  });
  return { ...fetch, operation: stripIgnoredCharacters(print(mended)), outputRewrites: renamesFor(asked, aliasOf) };
}

function askedIn(fetch: FetchNode, operation: OperationDefinitionNode, types: TypeMap): Asked[] {
  const renames = renamesOf(fetch);
  const found: Asked[] = [];
  const gather = (fields: readonly FieldAt[], above: Asked | null): void => {
    for (const { node, key: alias, parent, scope } of fields) {
      const shape = types.shapeIn(fetch.serviceName, parent, node.name.value);
      const one = { node, alias, key: renames.get(alias) ?? alias, shape, scope, above };
      found.push(one);
      const type = types.answeredAs(fetch.serviceName, parent, node.name.value);
      if (node.selectionSet && type) gather(fieldsAt(types, node.selectionSet.selections, type), one);
    }
  };
  gather(topOf(fetch, operation, types), null);
  return found;
}

function topOf({ requires, serviceName }: FetchNode, operation: OperationDefinitionNode, types: TypeMap): FieldAt[] {
  const { selections } = operation.selectionSet;
  if (!requires) return fieldsAt(types, selections, types.rootOf(serviceName, operation.operation));
  const entities = (selections[0] as FieldNode).selectionSet?.selections ?? [];
  return entities.flatMap((node: SelectionNode) =>
    node.kind === Kind.INLINE_FRAGMENT && node.typeCondition
      ? fieldsAt(types, node.selectionSet.selections, node.typeCondition.name.value)
      : [],
  );
}

const pathOf = (one: Asked, nameOf: (one: Asked) => string): string[] => [
  ...(one.above ? pathOf(one.above, nameOf) : []),
  nameOf(one),
];
const byAlias = ({ alias }: Asked) => alias;
const byKey = ({ key }: Asked) => key;
const at = (one: Asked, nameOf: (one: Asked) => string) => pathOf(one, nameOf).join(' ');

/** Whether two fields of one alias differ in type. */
function isRefused(asked: readonly Asked[]): boolean {
  const shapes = new Map<string, string>();
  return asked.some((one) => {
    const place = at(one, byAlias);
    const other = shapes.get(place) ?? one.shape;
    shapes.set(place, one.shape);
    return other !== one.shape;
  });
}

/** Whether two fields of different aliases end up under one key of one object. */
function isLost(asked: readonly Asked[]): boolean {
  const known = new Map<string, Asked[]>();
  return asked.some((one) => {
    const place = at(one, byKey);
    const others = known.get(place) ?? [];
    known.set(place, [...others, one]);
    return others.some((other) => one.alias !== other.alias && canMeet(one, other));
  });
}

const canMeet = (one: Asked | null, other: Asked | null): boolean =>
  !one || !other || ([...one.scope].some((type) => other.scope.has(type)) && canMeet(one.above, other.above));

/** One alias for each type of a key that has several somewhere in the fetch. */
function aliasesByType(asked: readonly Asked[]): (one: Asked) => string {
  const shapeAt = new Map<string, string>();
  const apart = new Map<string, Set<string>>();
  for (const one of asked) {
    const place = at(one, byKey);
    if ((shapeAt.get(place) ?? one.shape) !== one.shape) apart.set(one.key, new Set());
    shapeAt.set(place, one.shape);
  }
  for (const { key, shape } of asked) apart.get(key)?.add(shape);
  return ({ key, shape }) => {
    const shapes = apart.get(key);
    return shapes ? `_t${[...shapes].indexOf(shape)}_${key}` : key;
  };
}

/** Inner keys first: their paths lead through the aliases above them. */
function renamesFor(asked: readonly Asked[], aliasOf: (one: Asked) => string): FetchDataKeyRenamer[] {
  const renames = new Map<string, FetchDataKeyRenamer>();
  for (const one of asked) {
    if (aliasOf(one) === one.key) continue;
    renames.set(at(one, aliasOf), { kind: 'KeyRenamer', path: pathOf(one, aliasOf), renameKeyTo: one.key });
  }
  return [...renames.values()].sort((one, other) => other.path.length - one.path.length);
}
