// Measures a document the way it would be executed: fragments count wherever they are spread.
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { DEEPEST_RECURSION } from './limits.js';

export interface Shape {
  depth: number;
  introspectionDepth: number;
  selections: number;
  aliases: number;
  directives: number;
  /** Response names of aliases that begin with two underscores. */
  badAliases: number;
  /** Names of the root fields as the schema knows them, each as often as it is selected. */
  rootFields: string[];
}

/**
 * Stops counting soon after `mostSelections`, so that doubling fragments cost no more than honest ones.
 * Fragments that spread themselves are cut at the same limit; validation refuses them later.
 */
export function measure(document: DocumentNode, operation: OperationDefinitionNode, mostSelections: number): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const shape: Shape = {
    depth: 0,
    introspectionDepth: 0,
    selections: 0,
    aliases: 0,
    directives: operation.directives?.length ?? 0,
    badAliases: 0,
    rootFields: [],
  };

  /** `spreads` bounds fragments within fragments, which add no depth of their own. */
  const visit = (set: SelectionSetNode, depth: number, isIntrospection: boolean, spreads: number): void => {
    for (const node of set.selections) {
      shape.selections += 1;
      if (shape.selections > mostSelections || depth > DEEPEST_RECURSION || spreads > DEEPEST_RECURSION) return;
      shape.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT) visit(node.selectionSet, depth, isIntrospection, spreads + 1);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (fragment) visit(fragment.selectionSet, depth, isIntrospection, spreads + 1);
      }
      if (node.kind !== Kind.FIELD) continue;
      const name = node.name.value;
      const below = isIntrospection || (depth === 0 && (name === '__schema' || name === '__type'));
      if (depth === 0) shape.rootFields.push(name);
      if (node.alias) shape.aliases += 1;
      if (node.alias?.value.startsWith('__')) shape.badAliases += 1;
      const kind = below ? 'introspectionDepth' : 'depth';
      shape[kind] = Math.max(shape[kind], depth + 1);
      if (node.selectionSet) visit(node.selectionSet, depth + 1, below, spreads);
    }
  };
  visit(operation.selectionSet, 0, false, 0);
  return shape;
}
