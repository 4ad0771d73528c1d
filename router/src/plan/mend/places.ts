// What a plan's fetches bring, as one tree of selections: the tree of the merged data.
import { type FieldNode, Kind, type SelectionNode } from 'graphql';
import { type AnyOf, both, learn, NOTHING } from './conditions.js';
import { alternativesOf } from './narrow.js';
import type { TypeMap } from './type-map.js';

/** A spot in the data where an object stands. Fetches write their selections into it. */
export interface Place {
  readonly selections: SelectionNode[];
  readonly type: string;
  /** The field that brought the object; null for the root. */
  readonly source: FieldSource | null;
  /** What is known of the variables where there is an object. */
  readonly known: AnyOf;
}

export interface FieldSource {
  readonly service: string | undefined;
  readonly parent: string;
  readonly field: string;
  /** The object types of which it was asked. */
  readonly scope: ReadonlySet<string>;
}

export interface FieldAt {
  readonly node: FieldNode;
  readonly key: string;
  readonly parent: string;
  /** The object types for which it is selected. */
  readonly scope: ReadonlySet<string>;
  /** What is known of the variables where it is selected. */
  readonly known: AnyOf;
}

/** Which subgraph a selected field is asked of. */
export type Services = WeakMap<FieldNode, string>;

/** The fields of an object of this type. With `known`, without those that `@skip` and `@include` always leave out. */
export function fieldsAt(types: TypeMap, selections: readonly SelectionNode[], type: string, known?: AnyOf): FieldAt[] {
  const found: FieldAt[] = [];
  const gather = (inner: readonly SelectionNode[], parent: string, scope: ReadonlySet<string>, known?: AnyOf): void => {
    for (const node of inner) {
      const here = known && knownAt(known, node);
      if (here?.length === 0) continue;
      if (node.kind === Kind.FIELD) {
        found.push({ node, key: (node.alias ?? node.name).value, parent, scope, known: here ?? [NOTHING] });
      }
      if (node.kind !== Kind.INLINE_FRAGMENT) continue;
      const condition = node.typeCondition?.name.value;
      if (condition === undefined || condition === parent) gather(node.selectionSet.selections, parent, scope, here);
      else {
        const possible = types.possible(condition);
        const narrowed = new Set([...scope].filter((name) => possible.has(name)));
        gather(node.selectionSet.selections, condition, narrowed, here);
      }
    }
  };
  gather(selections, type, types.possible(type), known);
  return found;
}

function knownAt(known: AnyOf, node: SelectionNode): AnyOf {
  const these = alternativesOf(node);
  if (these) return both(known, these);
  return node.directives?.length ? known.flatMap((one) => learn(one, node) ?? []) : known;
}

/** The objects of a field, or null when it has none. */
export function placeOf(types: TypeMap, { node, parent, scope, known }: FieldAt, services: Services): Place | null {
  const service = services.get(node);
  const type = types.answeredAs(service, parent, node.name.value) ?? types.typeOf(parent, node.name.value);
  if (!node.selectionSet || type === undefined) return null;
  return {
    // Selections of a tree of ours: `fetch-document.ts` makes them new.
    selections: node.selectionSet.selections as SelectionNode[],
    type,
    source: { service, parent, field: node.name.value, scope },
    known,
  };
}

/** Everything that stands at a plan's path. */
export function placesAt(types: TypeMap, root: Place, path: readonly (string | number)[], services: Services): Place[] {
  let places = [root];
  for (const step of path) {
    if (step === '@' || typeof step === 'number') continue;
    places = places.flatMap(({ selections, type, known }) =>
      fieldsAt(types, selections, type, known)
        .filter(({ key }) => key === step)
        .flatMap((field) => placeOf(types, field, services) ?? []),
    );
  }
  return places;
}
