// Whether two different values would stand under one key of the merged data. Everything that is fetched, everything that
// a fetch reads and everything that the client reads is laid over one another; fields that meet must be the same field
// with the same arguments (GraphQL specification, 5.3.2 Field Selection Merging).
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationTypeNode,
  OverlappingFieldsCanBeMergedRule,
  type SelectionNode,
  TypeInfo,
  ValidationContext,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What it says about the first collision; null when there is none. */
export function findCollision(
  schema: GraphQLSchema,
  operation: OperationTypeNode,
  selections: readonly SelectionNode[],
): string | null {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { kind: Kind.OPERATION_DEFINITION, operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
    ],
  };
  const errors: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  const context = new ValidationContext(schema, document, types, (error) => void errors.push(error));
  try {
    visit(document, visitWithTypeInfo(types, OverlappingFieldsCanBeMergedRule(context)));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return 'there are too many fields to compare'; // graphql-js sets a bound to that, which a client's document alone did not reach
  }
  // Different shapes of the same key are the planner's own business: it renames those.
  return errors.find(({ message }) => /are different fields|differing arguments/.test(message))?.message ?? null;
}
