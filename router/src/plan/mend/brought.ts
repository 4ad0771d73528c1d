// What a fetch brings: selections of the merged data. An entity fetch brings nothing for entities that it does not show to
// its subgraph, and it shows those only that have all it requires. It is no loss where the client cannot ask for the others
// either: the planner fetches the `... on Owner` of `... on Media { ...OfNode }`, though no Owner is a Media; and it fetches
// a key under the condition of the fields that need it.
import type { FetchNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type SelectionNode } from 'graphql';
import { type AnyOf, type Known, least } from './conditions.js';
import { renamesOf, selectionsOf } from './fetch-document.js';
import { onAny, onType } from './narrow.js';
import { fieldsAt, type Place, type Services } from './places.js';
import type { TypeMap } from './type-map.js';

/** Selections that are new each time, under the keys that their values end up with; each is remembered with its subgraph. */
export function broughtBy(fetch: FetchNode, services: Services): readonly SelectionNode[] {
  const shown = (fetch.requires ?? []).flatMap((node) =>
    node.kind === 'InlineFragment' ? (node.typeCondition ?? []) : [],
  );
  const brought = selectionsFor(fetch, services);
  const isOfShown = (node: SelectionNode) =>
    node.kind === Kind.INLINE_FRAGMENT && shown.includes(node.typeCondition?.name.value ?? '');
  if (shown.length === 0 || brought.every(isOfShown)) return brought;
  return shown.map((type) => onType(type, selectionsFor(fetch, services)));
}

/**
 * The same, where some of what the fetch requires (`inputs`) is not there always, or not for every type. `isThere` says
 * whether a selection is, as far as is known.
 */
export function broughtForWhole(
  fetch: FetchNode,
  services: Services,
  types: TypeMap,
  inputs: readonly SelectionNode[],
  places: readonly Place[],
  isThere: (selections: readonly SelectionNode[], known: Known) => boolean,
): readonly SelectionNode[] {
  const shown = inputs.flatMap((node) =>
    node.kind === Kind.INLINE_FRAGMENT && node.typeCondition ? [...types.possible(node.typeCondition.name.value)] : [],
  );
  const conditions = conditionsAt(types, places);
  return [...new Set(shown)].flatMap((type) => {
    const needed = inputs.map((node) => onType(type, [node]));
    const when = least(conditions.filter((known) => isThere(needed, known)));
    return when.length === 0 ? [] : [onType(type, onAny(when, selectionsFor(fetch, services)))];
  });
}

/** Under which conditions anything is brought here. */
function conditionsAt(types: TypeMap, places: readonly Place[]): AnyOf {
  const all = places.flatMap((place) => fieldsAt(types, place.selections, place.type, place.known));
  const known = all.flatMap((field) => field.known);
  return [...new Map(known.map((one) => [JSON.stringify([...one].sort()), one])).values()];
}

/** New nodes, each remembered with its subgraph, under the keys that their values end up with. */
function selectionsFor(fetch: FetchNode, services: Services): readonly SelectionNode[] {
  const renames = renamesOf(fetch);
  const note = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return node;
      const selectionSet = node.selectionSet && {
        kind: Kind.SELECTION_SET as const,
        selections: note(node.selectionSet.selections),
      };
      if (node.kind === Kind.INLINE_FRAGMENT) return { ...node, selectionSet: selectionSet ?? node.selectionSet };
      const renamed = node.alias && renames.get(node.alias.value);
      const field: FieldNode = {
        ...node,
        ...(selectionSet && { selectionSet }),
        ...(renamed !== undefined && { alias: { kind: Kind.NAME, value: renamed } }),
      };
      services.set(field, fetch.serviceName);
      return field;
    });
  return note(selectionsOf(fetch));
}
