// Literals of the API's scalars, checked where the document is: the planner would send a bad one to a subgraph, whose
// complaint about our own document can only be called our bug. Variables are checked by the subgraph (BAD_USER_INPUT).
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { type ASTVisitor, GraphQLError, getNamedType, type ValidationContext, type ValueNode } from 'graphql';
import { GraphQLCurrency, GraphQLISO8601Duration, GraphQLSafeInt, GraphQLTimeZone, GraphQLUUID } from 'graphql-scalars';

/** The same implementations as the subgraphs'. A literal of any other scalar passes. */
const known = [DateTime, GraphQLCurrency, GraphQLISO8601Duration, GraphQLSafeInt, GraphQLTimeZone, GraphQLUUID];
const scalars = new Map(known.map((scalar) => [scalar.name, scalar]));

/** A validation rule (GraphQL specification, 5.6.1) for the scalars that a schema read from SDL cannot judge. */
export function checkScalars(context: ValidationContext): ASTVisitor {
  const check = (node: ValueNode) => {
    const scalar = scalars.get(getNamedType(context.getInputType())?.name ?? '');
    try {
      scalar?.parseLiteral(node);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The literal cannot be read.';
      context.reportError(new GraphQLError(message, { nodes: node }));
    }
  };
  return {
    StringValue: check,
    IntValue: check,
    FloatValue: check,
    BooleanValue: check,
    EnumValue: check,
    ObjectValue: check,
  };
}
