// Text to document, within bounds: the lexer stops at the token limit, so a huge document costs no more than a small one.
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { Recent } from '../bounds/recent.js';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import { limits } from './limits.js';

const MOST_REMEMBERED = 1_000;
const MOST_CHARACTERS = 1_000_000;

/** Remembers documents, so that the stages behind it judge each one once. */
export function parseBounded(): Stage['admit'] {
  const known = new Recent<string, DocumentNode>(MOST_REMEMBERED, MOST_CHARACTERS);
  return (passage) => {
    const { query } = filled(passage.asked, 'asked');
    const document = known.get(query) ?? parseText(query);
    if (document instanceof Refused) return document;
    known.set(query, document, query.length);
    passage.document = document;
    return null;
  };
}

function parseText(query: string): DocumentNode | Refused {
  if (query.length > limits.characters) return Refused.as('DOCUMENT_TOO_LARGE');
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) return Refused.as('TOO_DEEP'); // the recursive parser ran out of stack
    // graphql-js has no code for this; its sentence is its interface.
    return error.message.includes('tokens. Parsing aborted')
      ? Refused.as('DOCUMENT_TOO_LARGE')
      : Refused.because('GRAPHQL_PARSE_FAILED', [error]);
  }
}
