// Selections that count for some objects only, or under some conditions.
import { type DirectiveNode, type InlineFragmentNode, Kind, type SelectionNode } from 'graphql';
import type { AnyOf, Known } from './conditions.js';

export const onType = (type: string, selections: readonly SelectionNode[]): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

/** The selections themselves when nothing has to be so. */
export function onCondition(known: Known, selections: readonly SelectionNode[]): readonly SelectionNode[] {
  if (known.size === 0) return selections;
  const directives = [...known].map(([variable, value]) => directive(value ? 'include' : 'skip', variable));
  return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
}

const alternatives = new WeakMap<SelectionNode, AnyOf>();

/** The selections when one of several things is known, which no directive could say. */
export function onAny(these: AnyOf, selections: readonly SelectionNode[]): readonly SelectionNode[] {
  const node: InlineFragmentNode = {
    kind: Kind.INLINE_FRAGMENT,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  alternatives.set(node, these);
  return [node];
}

export const alternativesOf = (node: SelectionNode): AnyOf | undefined => alternatives.get(node);

const directive = (name: 'include' | 'skip', variable: string): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'if' },
      value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
    },
  ],
});
