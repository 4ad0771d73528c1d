// Whether a subgraph can find the entities that a fetch shows it: by a key that it is able to resolve.
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, type SelectionNode } from 'graphql';
import type { Rules } from './supergraph-rules.js';
import type { TypeMap } from './type-map.js';

/** The type of an entity that it cannot find; null when it finds them all. */
export function lostEntity({ serviceName, requires = [] }: FetchNode, { keys }: Rules, types: TypeMap): string | null {
  const known = keys.get(serviceName);
  for (const shown of requires) {
    if (shown.kind !== 'InlineFragment' || shown.typeCondition === undefined) continue;
    // As an @interfaceObject it is found by the interface's key.
    const sets = types.withInterfaces(shown.typeCondition).flatMap((type) => known?.get(type) ?? []);
    if (!sets.some((set) => shows(shown.selections, set.selections))) return shown.typeCondition;
  }
  return null;
}

function shows(shown: readonly QueryPlanSelectionNode[], wanted: readonly SelectionNode[]): boolean {
  return wanted.every((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return false;
    const inner = node.selectionSet?.selections ?? [];
    if (node.kind === Kind.INLINE_FRAGMENT) return shows(flat(shown), inner);
    return flat(shown).some(
      (field) => field.kind === 'Field' && field.name === node.name.value && shows(field.selections ?? [], inner),
    );
  });
}

const flat = (shown: readonly QueryPlanSelectionNode[]): QueryPlanSelectionNode[] =>
  shown.flatMap((node) => (node.kind === 'InlineFragment' ? flat(node.selections) : [node]));
