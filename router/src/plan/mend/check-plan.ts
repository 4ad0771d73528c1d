// Whether a plan answers its operation: every field is brought, under a key that nothing else writes, and every fetch
// finds what it reads. It walks the plan once, in the order in which it runs.
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type FieldNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from 'graphql';
import type { Federation } from '../federation.js';
import { renamesOf, selectionsOf } from './fetch-document.js';
import { findCollision } from './find-collisions.js';
import { findMissing } from './find-missing.js';
import { lostEntity } from './lost-entity.js';
import { fieldsAt, type Place, placesAt, type Services } from './places.js';
import { type StandIns, standInFor } from './stand-ins.js';
import type { Rules } from './supergraph-rules.js';
import type { TypeMap } from './type-map.js';

export interface Checked {
  readonly federation: Federation;
  readonly types: TypeMap;
  readonly rules: Rules;
  /** Empty for a plan that was made without. */
  readonly standIns: StandIns;
}

/** What is wrong with the plan, for people; null when nothing is. `operation` has no fragment spreads. */
export function checkPlan(checked: Checked, plan: QueryPlan, operation: OperationDefinitionNode): string | null {
  const { federation, types, rules, standIns } = checked;
  const { supergraphSchema } = federation;
  const rootType = supergraphSchema.getRootType(operation.operation)?.name;
  if (rootType === undefined) return null;
  const root: Place = { selections: [], type: rootType, source: null };
  const services: Services = new WeakMap();
  const reads: { place: Place; selection: SelectionNode }[] = [];
  let lost: string | null = null;
  let unmet: string | null = null;

  const walk = (node: PlanNode, path: readonly (string | number)[]): void => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const inner of node.nodes) walk(inner, path);
    else if (node.kind === 'Flatten') walk(node.node, [...path, ...node.path]);
    else if (node.kind === 'Condition') {
      if (node.ifClause) walk(node.ifClause, path);
      if (node.elseClause) walk(node.elseClause, path);
    } else if (node.kind === 'Fetch') fetch(node, path);
  };

  const fetch = (node: FetchNode, path: readonly (string | number)[]): void => {
    const places = placesAt(types, root, path, services);
    const inputs = asSelections(node.requires ?? [], standIns);
    for (const place of places) {
      const lacking = (of: readonly SelectionNode[]) => findMissing(types, services, of, place.type, places);
      const lacks = lacking(inputs);
      if (lacks !== null) unmet ??= `nothing brings ${lacks}, which another field requires`;
      const unknown = lostEntity(node, rules, types);
      if (unknown !== null) lost ??= `${unknown}.${firstField(node, types, unknown)} cannot be reached by any key`;
      const brought =
        lacks === null ? broughtBy(node, services) : broughtForWhole(node, services, types, inputs, lacking);
      for (const selection of requiredBy(node, brought, rules, types, standIns)) reads.push({ place, selection });
      place.selections.push(...brought);
    }
  };

  const { node } = plan;
  if (node?.kind === 'Subscription') {
    fetch(node.primary, []);
    if (node.rest) walk(node.rest, []);
  } else if (node) walk(node, []);

  const wanted = operation.selectionSet.selections;
  const missing = findMissing(types, services, wanted, rootType, [root]);
  if (missing !== null) return lost ?? unmet ?? `nothing brings ${missing}`;
  if (lost !== null) return lost;
  for (const { place, selection } of reads) place.selections.push(selection);
  return findCollision(supergraphSchema, operation.operation, [...root.selections, ...wanted]);
}

const firstField = (fetch: FetchNode, types: TypeMap, type: string): string =>
  fieldsAt(types, selectionsOf(fetch), type)[0]?.node.name.value ?? '__typename';

/** An entity fetch brings nothing for a type that it does not show. */
function broughtBy(fetch: FetchNode, services: Services): readonly SelectionNode[] {
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
 * An entity without a field that the fetch requires is not shown to the subgraph. Nothing is lost by that where the client
 * cannot ask for it: a planner fetches the `... on Owner` of `... on Media { ...OfNode }`, though no Owner is a Media.
 */
function broughtForWhole(
  fetch: FetchNode,
  services: Services,
  types: TypeMap,
  inputs: readonly SelectionNode[],
  lacking: (of: readonly SelectionNode[]) => string | null,
): readonly SelectionNode[] {
  const shown = inputs.flatMap((node) =>
    node.kind === Kind.INLINE_FRAGMENT && node.typeCondition ? [...types.possible(node.typeCondition.name.value)] : [],
  );
  const isWhole = (type: string) => lacking(inputs.map((node) => onType(type, [node]))) === null;
  return [...new Set(shown)].filter(isWhole).map((type) => onType(type, selectionsFor(fetch, services)));
}

const onType = (type: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

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

/** What `@requires` says that the fetched fields read of their entity. */
function requiredBy(
  { serviceName, requires }: FetchNode,
  brought: readonly SelectionNode[],
  { requirements }: Rules,
  types: TypeMap,
  standIns: StandIns,
): SelectionNode[] {
  const own = requires ? requirements.filter(({ service }) => service === serviceName) : [];
  if (own.length === 0) return [];
  return brought.flatMap((node): SelectionNode[] => {
    if (node.kind !== Kind.INLINE_FRAGMENT || !node.typeCondition) return [];
    const on = node.typeCondition.name.value;
    const names = new Set<string>();
    visit(node.selectionSet, {
      Field: (field) => {
        names.add(field.name.value);
        return false; // only the entity's own fields
      },
    });
    return own
      .filter(
        ({ type, field }) =>
          names.has(field) && (types.withInterfaces(on).includes(type) || types.possible(on).has(type)),
      )
      .map(({ type, set }) => onType(type, standInFor(set, standIns, 'alias').selections));
  });
}

function asSelections(nodes: readonly QueryPlanSelectionNode[], standIns: StandIns): SelectionNode[] {
  return nodes.map((node): SelectionNode => {
    const selectionSet = {
      kind: Kind.SELECTION_SET,
      selections: asSelections(node.selections ?? [], standIns),
    } as const;
    if (node.kind === 'InlineFragment') {
      const { typeCondition } = node;
      if (typeCondition !== undefined) return onType(typeCondition, selectionSet.selections);
      return { kind: Kind.INLINE_FRAGMENT, selectionSet };
    }
    const name = standIns.get(node.name)?.field ?? node.name;
    return {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: name },
      alias: { kind: Kind.NAME, value: node.name },
      ...(node.selections && { selectionSet }),
    };
  });
}
