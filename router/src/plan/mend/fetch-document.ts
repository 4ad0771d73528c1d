// The operation of one fetch as a tree, without named fragments.
import type { FetchDataKeyRenamer, FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
} from 'graphql';

/** What the fetch asks for: of the roots, or of the entities. Nodes are new each time. */
export function selectionsOf(fetch: FetchNode): readonly SelectionNode[] {
  const { selectionSet } = inlined(parse(fetch.operation, { noLocation: true }));
  if (!fetch.requires) return selectionSet.selections;
  return (selectionSet.selections[0] as FieldNode).selectionSet?.selections ?? [];
}

/** The document's only operation, with every fragment spread in its place. */
export function inlined(document: DocumentNode): OperationDefinitionNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  if (!operation) throw new Error('a fetch without an operation');
  const inline = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (!fragment) throw new Error(`a fetch without its fragment ${node.name.value}`);
        return {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: fragment.typeCondition,
          directives: node.directives ?? [],
          selectionSet: { kind: Kind.SELECTION_SET, selections: inline(fragment.selectionSet.selections) },
        };
      }
      if (!node.selectionSet) return { ...node };
      return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: inline(node.selectionSet.selections) } };
    });
  return {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: inline(operation.selectionSet.selections) },
  };
}

/** The keys that the planner took for a while, and the ones their values end up under. */
export function renamesOf({ outputRewrites = [] }: FetchNode): ReadonlyMap<string, string> {
  const renamers = outputRewrites.filter((rewrite): rewrite is FetchDataKeyRenamer => rewrite.kind === 'KeyRenamer');
  return new Map(renamers.map(({ path, renameKeyTo }) => [path.at(-1) ?? '', renameKeyTo]));
}

/** The plan itself when no fetch is another. */
export function mapFetches(plan: QueryPlan, replace: (fetch: FetchNode) => FetchNode): QueryPlan {
  const { node } = plan;
  if (!node) return plan;
  let isSame = true;
  const note = (fetch: FetchNode): FetchNode => {
    const replaced = replace(fetch);
    isSame &&= replaced === fetch;
    return replaced;
  };
  const mapped =
    node.kind === 'Subscription'
      ? { ...node, primary: note(node.primary), ...(node.rest && { rest: replaceFetches(node.rest, note) }) }
      : replaceFetches(node, note);
  return isSame ? plan : { ...plan, node: mapped };
}

/** The same plan with other fetches. */
export function replaceFetches<Node extends PlanNode>(node: Node, replace: (fetch: FetchNode) => PlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return replace(node);
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((inner) => replaceFetches(inner, replace)) };
    case 'Flatten':
      return { ...node, node: replaceFetches(node.node, replace) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause && { ifClause: replaceFetches(ifClause, replace) }),
        ...(elseClause && { elseClause: replaceFetches(elseClause, replace) }),
      };
    }
    default:
      throw new Error(`the plan has a ${node.kind} node`);
  }
}
