// Refuses documents whose shape alone is an attack. Every operation of the document is measured, chosen or not.
import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { RefusalCode } from '../respond/refusals.js';
import { Refused } from '../respond/refusals.js';
import type { Limits } from './limits.js';
import { measure, type Shape } from './measure-shape.js';

export const limitShape =
  (limits: Limits) =>
  (document: DocumentNode): Refused | null => {
    const written = countWritten(document);
    if (written.aliases > limits.aliases) return Refused.as('TOO_MANY_ALIASES');
    if (written.directives > limits.directives) return Refused.as('TOO_MANY_DIRECTIVES');
    for (const operation of operationsOf(document)) {
      const code = excessOf(
        measure(document, operation, limits.selections),
        limits,
        operation.operation === 'mutation',
      );
      if (code) return Refused.as(code);
    }
    return null;
  };

export const operationsOf = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

function excessOf(shape: Shape, limits: Limits, isMutation: boolean): RefusalCode | null {
  const mostRootFields = isMutation ? limits.mutationRootFields : limits.queryRootFields;
  if (shape.badAliases > 0) return 'BAD_ALIAS';
  if (shape.depth > limits.depth || shape.introspectionDepth > limits.introspectionDepth) return 'TOO_DEEP';
  if (shape.selections > limits.selections) return 'TOO_MANY_SELECTIONS';
  if (shape.rootFields.length > mostRootFields) return 'TOO_MANY_ROOT_FIELDS';
  if (shape.aliases > limits.aliases) return 'TOO_MANY_ALIASES';
  if (shape.directives > limits.directives) return 'TOO_MANY_DIRECTIVES';
  return null;
}

/** Counted as written too: directives on variables and definitions, aliases in fragments that nothing spreads. */
function countWritten(document: DocumentNode): { aliases: number; directives: number } {
  const counted = { aliases: 0, directives: 0 };
  visit(document, {
    Field: (node) => {
      if (node.alias) counted.aliases += 1;
    },
    Directive: () => {
      counted.directives += 1;
    },
  });
  return counted;
}
