// Which fields of an object the client asked for, under which names (GraphQL specification, 6.3.2 CollectFields), decided
// for one concrete type and one set of @skip/@include conditions.
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

export interface SelectedField {
  /** The first mention; the others have the same name and arguments. */
  readonly node: FieldNode;
  /** The sub-selections of all mentions. */
  readonly sets: SelectionSetNode[];
}

/** The values of the variables that conditions name. */
export type Conditions = Readonly<Record<string, boolean>>;

/** By response name, in the order of their first mention. */
export type SelectFields = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
) => ReadonlyMap<string, SelectedField>;

export function fieldSelector(schema: GraphQLSchema, document: DocumentNode, conditions: Conditions): SelectFields {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const isOn = ({ directives = [] }: SelectionNode) =>
    directives.every(({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return true;
      return conditionOf(given, conditions) === (name.value === 'include');
    });
  const applies = (condition: NamedTypeNode | undefined, type: GraphQLObjectType) => {
    if (!condition) return true;
    const wanted = typeFromAST(schema, condition);
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  };

  return (type, sets) => {
    const selected = new Map<string, SelectedField>();
    const gather = ({ selections }: SelectionSetNode): void => {
      for (const node of selections) {
        if (!isOn(node)) continue;
        if (node.kind === Kind.FIELD) {
          const name = (node.alias ?? node.name).value;
          const known = selected.get(name);
          if (!known) selected.set(name, { node, sets: node.selectionSet ? [node.selectionSet] : [] });
          else if (node.selectionSet) known.sets.push(node.selectionSet);
          continue;
        }
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (fragment && applies(fragment.typeCondition, type)) gather(fragment.selectionSet);
      }
    };
    for (const set of sets) gather(set);
    return selected;
  };
}

function conditionOf(given: DirectiveNode['arguments'], conditions: Conditions): boolean {
  const value = given?.[0]?.value;
  if (value?.kind === Kind.VARIABLE) return conditions[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
