// GraphQL's own validation against the API schema (GraphQL specification, section 5), for both transports.
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { Refused } from '../respond/refusals.js';
import { MOST_COMPLAINTS } from './limits.js';

/**
 * `showsSchema` keeps the "Did you mean" hints, which name fields that were not asked for; `own` are rules beside the
 * specification's.
 */
export const validateDocument =
  (schema: GraphQLSchema, showsSchema: boolean, own: readonly ValidationRule[] = []) =>
  (document: DocumentNode): Refused | null => {
    const complaints = complaintsOf(schema, document, own);
    if (complaints.length === 0) return null;
    return Refused.because('GRAPHQL_VALIDATION_FAILED', showsSchema ? complaints : complaints.map(withoutHint));
  };

export function complaintsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  own: readonly ValidationRule[] = [],
): readonly GraphQLError[] {
  try {
    return validate(schema, document, [...specifiedRules, ...own], { maxErrors: MOST_COMPLAINTS });
  } catch (error) {
    // graphql 16 throws, instead of complaining, when a subscription's root field hangs on a variable.
    return [error instanceof GraphQLError ? error : new GraphQLError('The document cannot be validated.')];
  }
}

const withoutHint = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message.replace(/ ?Did you mean .*$/s, ''), { nodes });
