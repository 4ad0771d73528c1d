// One entity fetch becomes several where what its fields require cannot be shown at once: two `@requires` on the same field
// with different arguments (a representation has room for one value only), or fields that are wanted under conditions: what
// `label @include(if: $v)` requires is fetched under the condition, and an entity that lacks anything of what a fetch requires
// is not shown to it at all, not even for the fields that do without.
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, parse, print, type SelectionNode, stripIgnoredCharacters, visit } from 'graphql';
import { inlined } from './fetch-document.js';
import { ownFields } from './field-sets.js';
import type { StandIns } from './stand-ins.js';

export interface Needs {
  /** What a field of an entity requires in a subgraph: fields of the entity, and stand-ins at any depth. */
  of(service: string, field: string): ReadonlySet<string>;
  /** The fields by which the subgraph finds entities. */
  keys(service: string): ReadonlySet<string>;
}

/**
 * One fetch for each set of fields that can be asked together; the fetch itself when it is one. Of an operation with
 * conditions those can that need the same.
 */
export function splitFetch(
  fetch: FetchNode,
  standIns: StandIns,
  needs: Needs,
  hasConditions: boolean,
): readonly FetchNode[] {
  if (!fetch.requires) return [fetch];
  const operation = inlined(parse(fetch.operation, { noLocation: true }));
  const entities = operation.selectionSet.selections[0] as FieldNode;
  const groups: Set<string>[] = [];
  const groupOf = new Map<FieldNode, number>();
  const needed = new Set<string>();
  for (const field of ownFields(entities.selectionSet?.selections ?? [])) {
    if (field.name.value.startsWith('__')) continue; // told by any of them
    const own = needs.of(fetch.serviceName, field.name.value);
    for (const need of own) needed.add(need);
    groupOf.set(field, place(own, groups, hasConditions ? isSame : (one, other) => !clash(one, other, standIns)));
  }
  if (groups.length < 2) return [fetch];
  const keys = needs.keys(fetch.serviceName);
  return groups.map((shown, group) => {
    const kept = keep(entities, (field) => (groupOf.get(field) ?? 0) === group);
    const used = new Set<string>();
    visit(kept, { Variable: ({ name }) => void used.add(name.value) });
    const definitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
    const isHidden = (name: string) => needed.has(name) && !shown.has(name) && !keys.has(name);
    return {
      ...fetch,
      requires: hide(fetch.requires ?? [], isHidden, standIns),
      operation: stripIgnoredCharacters(
        print({
          ...operation,
          variableDefinitions: definitions,
          selectionSet: { kind: Kind.SELECTION_SET, selections: [kept] },
        }),
      ),
      ...(fetch.variableUsages && { variableUsages: fetch.variableUsages.filter((name) => used.has(name)) }),
    };
  });
}

type Needed = ReadonlySet<string>;

function place(needs: Needed, groups: Set<string>[], fits: (group: Needed, needs: Needed) => boolean): number {
  const at = groups.findIndex((group) => fits(group, needs));
  if (at < 0) return groups.push(new Set(needs)) - 1;
  for (const need of needs) groups[at]?.add(need);
  return at;
}

const isSame = (one: Needed, other: Needed): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));

/** Whether both show a value under one name, each its own. */
function clash(one: Needed, other: Needed, standIns: StandIns): boolean {
  const shown = (name: string) => standIns.get(name)?.field;
  return [...one].some((name) =>
    [...other].some((next) => name !== next && shown(name) !== undefined && shown(name) === shown(next)),
  );
}

function keep<Node extends FieldNode | SelectionNode>(parent: Node, wanted: (field: FieldNode) => boolean): Node {
  if (!('selectionSet' in parent) || !parent.selectionSet) return parent;
  const selections = parent.selectionSet.selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return wanted(node) ? [node] : [];
    const kept = keep(node, wanted);
    return kept.kind === Kind.INLINE_FRAGMENT && kept.selectionSet.selections.length > 0 ? [kept] : [];
  });
  return { ...parent, selectionSet: { ...parent.selectionSet, selections } };
}

/** Without those fields of the entity and without those stand-ins at any depth; and without what is empty then. */
function hide(
  selections: readonly QueryPlanSelectionNode[],
  isHidden: (name: string) => boolean,
  standIns: StandIns,
  isOwn = true,
): QueryPlanSelectionNode[] {
  return selections.flatMap((node): QueryPlanSelectionNode[] => {
    if (node.kind === 'Field' && (isOwn || standIns.has(node.name)) && isHidden(node.name)) return [];
    if (!node.selections) return [node];
    const inner = hide(node.selections, isHidden, standIns, isOwn && node.kind !== 'Field');
    return inner.length > 0 ? [{ ...node, selections: inner }] : [];
  });
}
