// GraphQL's own validation against the API schema (GraphQL specification, section 5), for both transports.
import { type DocumentNode, GraphQLError, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import { Refused } from '../respond/refusals.js';
import { checkScalars } from './check-scalars.js';
import { limits } from './limits.js';

const RULES = [...specifiedRules, checkScalars];

/** `showsSchema` keeps the "Did you mean" hints, which name fields that were not asked for. */
export const validateDocument =
  (schema: GraphQLSchema, showsSchema: boolean) =>
  (document: DocumentNode): Refused | null => {
    const complaints = complaintsOf(schema, document);
    if (complaints.length === 0) return null;
    return Refused.because('GRAPHQL_VALIDATION_FAILED', showsSchema ? complaints : complaints.map(withoutHint));
  };

function complaintsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document, RULES, { maxErrors: limits.complaints });
  } catch (error) {
    // graphql 16 throws, instead of complaining, when a subscription's root field hangs on a variable.
    return [error instanceof GraphQLError ? error : new GraphQLError('The document cannot be validated.')];
  }
}

const withoutHint = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message.replace(/ ?Did you mean .*$/s, ''), { nodes });
