// One entity fetch that was made for two `@requires` on the same field with different arguments becomes two fetches: a
// representation has room for one value only.
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, Kind, parse, print, type SelectionNode, stripIgnoredCharacters, visit } from 'graphql';
import { inlined } from './fetch-document.js';
import type { StandIns } from './stand-ins.js';

/** The stand-ins that a field of an entity requires in a subgraph. */
export type NeedsOf = (service: string, field: string) => ReadonlySet<string>;

/** One fetch for each set of stand-ins that can be shown together; the fetch itself when it is one. */
export function splitFetch(fetch: FetchNode, standIns: StandIns, needsOf: NeedsOf): readonly FetchNode[] {
  if (!fetch.requires) return [fetch];
  const operation = inlined(parse(fetch.operation, { noLocation: true }));
  const entities = operation.selectionSet.selections[0] as FieldNode;
  const groups: Set<string>[] = [];
  const groupOf = new Map<FieldNode, number>();
  for (const field of fieldsOf(entities.selectionSet?.selections ?? [])) {
    const needs = needsOf(fetch.serviceName, field.name.value);
    groupOf.set(field, needs.size === 0 ? 0 : place(needs, groups, standIns));
  }
  if (groups.length < 2) return [fetch];
  return groups.map((shown, group) => {
    const kept = keep(entities, (field) => groupOf.get(field) === group);
    const used = new Set<string>();
    visit(kept, { Variable: ({ name }) => void used.add(name.value) });
    const definitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
    return {
      ...fetch,
      requires: hide(fetch.requires ?? [], (name) => standIns.has(name) && !shown.has(name)),
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

function place(needs: ReadonlySet<string>, groups: Set<string>[], standIns: StandIns): number {
  const clashes = (one: string, other: string) =>
    one !== other && standIns.get(one)?.field === standIns.get(other)?.field;
  const fits = (group: Set<string>) => ![...group].some((one) => [...needs].some((other) => clashes(one, other)));
  const at = groups.findIndex(fits);
  if (at < 0) return groups.push(new Set(needs)) - 1;
  for (const need of needs) groups[at]?.add(need);
  return at;
}

/** The fields of the entities themselves. */
function fieldsOf(selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsOf(node.selectionSet.selections) : [];
  });
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

/** Without the named fields, and without what is empty then. */
function hide(
  selections: readonly QueryPlanSelectionNode[],
  isHidden: (name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((node): QueryPlanSelectionNode[] => {
    if (node.kind === 'Field' && isHidden(node.name)) return [];
    if (!node.selections) return [node];
    const inner = hide(node.selections, isHidden);
    return inner.length > 0 ? [{ ...node, selections: inner }] : [];
  });
}
