// Asks every object for its `__typename`, so that the planner never leaves one out of which it knows no wanted field: a
// field left out is null in the answer, without an error.
import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

export const askForTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: {
      leave(node) {
        const { selectionSet } = node;
        if (!selectionSet || node.name.value.startsWith('__')) return undefined;
        return { ...node, selectionSet: { ...selectionSet, selections: [TYPE_NAME, ...selectionSet.selections] } };
      },
    },
  });
