// Selections that count for some objects only, or under some conditions.
import { type InlineFragmentNode, Kind, type SelectionNode } from 'graphql';
import type { AnyOf } from './conditions.js';

export const onType = (type: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

const alternatives = new WeakMap<SelectionNode, AnyOf>();

/** Selections that count when one of several things is known, which no directive could say; themselves when they always do. */
export function onAny(these: AnyOf, selections: readonly SelectionNode[]): readonly SelectionNode[] {
  if (these.some((known) => known.size === 0)) return selections;
  const node: InlineFragmentNode = {
    kind: Kind.INLINE_FRAGMENT,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  alternatives.set(node, these);
  return [node];
}

export const alternativesOf = (node: SelectionNode): AnyOf | undefined => alternatives.get(node);
