// Whether a plan answers its operation: every field is brought, under a key that nothing else writes, and every fetch
// finds what it reads. It walks the plan once, in the order in which it runs.
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, type OperationDefinitionNode, type SelectionNode, visit } from 'graphql';
import type { Federation } from '../federation.js';
import { broughtBy, broughtForWhole } from './brought.js';
import { type AnyOf, both, type Known, NOTHING } from './conditions.js';
import { selectionsOf } from './fetch-document.js';
import { findCollision } from './find-collisions.js';
import { findMissing } from './find-missing.js';
import { lostEntity } from './lost-entity.js';
import { onAny, onType } from './narrow.js';
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
  const root: Place = { selections: [], type: rootType, source: null, known: [NOTHING] };
  const services: Services = new WeakMap();
  const reads: { place: Place; selection: SelectionNode }[] = [];
  let lost: string | null = null;
  let unmet: string | null = null;

  const walk = (node: PlanNode, path: readonly (string | number)[], known: Known): void => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const inner of node.nodes) walk(inner, path, known);
    else if (node.kind === 'Flatten') walk(node.node, [...path, ...node.path], known);
    else if (node.kind === 'Condition') {
      const { condition, ifClause, elseClause } = node;
      if (ifClause) walk(ifClause, path, new Map(known).set(condition, true));
      if (elseClause) walk(elseClause, path, new Map(known).set(condition, false));
    } else if (node.kind === 'Fetch') fetch(node, path, known);
  };

  const fetch = (node: FetchNode, path: readonly (string | number)[], known: Known): void => {
    const places = placesAt(types, root, path, services);
    const inputs = asSelections(node.requires ?? [], standIns);
    for (const place of places) {
      const here = both(place.known, [known]);
      const lacking = (of: readonly SelectionNode[], these: AnyOf): string | null => {
        for (const one of these) {
          const missing = findMissing(types, services, of, place.type, places, one);
          if (missing !== null) return missing;
        }
        return null;
      };
      const lacks = lacking(inputs, here);
      if (lacks !== null) unmet ??= `nothing brings ${lacks}, which another field requires`;
      const unknown = lostEntity(node, rules, types);
      if (unknown !== null) lost ??= `${unknown}.${firstField(node, types, unknown)} cannot be reached by any key`;
      const isThere = (of: readonly SelectionNode[], when: Known) => {
        const all = both(here, [when]);
        return all.length > 0 && lacking(of, all) === null;
      };
      const brought =
        lacks === null ? broughtBy(node, services) : broughtForWhole(node, services, types, inputs, places, isThere);
      for (const selection of requiredBy(node, brought, rules, types, standIns)) reads.push({ place, selection });
      place.selections.push(...onAny([known], brought));
    }
  };

  const { node } = plan;
  if (node?.kind === 'Subscription') {
    fetch(node.primary, [], NOTHING);
    if (node.rest) walk(node.rest, [], NOTHING);
  } else if (node) walk(node, [], NOTHING);

  const wanted = operation.selectionSet.selections;
  const missing = findMissing(types, services, wanted, rootType, [root]);
  if (missing !== null) return lost ?? unmet ?? `nothing brings ${missing}`;
  if (lost !== null) return lost;
  for (const { place, selection } of reads) place.selections.push(selection);
  return findCollision(supergraphSchema, operation.operation, [...root.selections, ...wanted]);
}

const firstField = (fetch: FetchNode, types: TypeMap, type: string): string =>
  fieldsAt(types, selectionsOf(fetch), type)[0]?.node.name.value ?? '__typename';

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
