// The text of a `@key` or `@requires`: a selection without its outer braces.
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export function readFieldSet(text: string): SelectionSetNode {
  const braced = text.trim().startsWith('{') ? text : `{${text}}`;
  return (parse(braced, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}

export const writeFieldSet = (set: SelectionSetNode): string => print(set).trim().slice(1, -1).trim();

/** Every field of it, at any depth. */
export function fieldsIn(set: SelectionSetNode): readonly FieldNode[] {
  const fields: FieldNode[] = [];
  visit(set, { [Kind.FIELD]: (field) => void fields.push(field) });
  return fields;
}

/** The fields of the object itself. */
export function ownFields(selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? ownFields(node.selectionSet.selections) : [];
  });
}
