// Text to document, within bounds: the lexer stops at the token limit, so a huge document costs no more than a small one.
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { Recent } from '../bounds/recent.js';
import { filled, type Stage } from '../passage.js';
import { Refused } from '../respond/refusals.js';
import type { Limits } from './limits.js';

const MOST_REMEMBERED = 1_000;
const MOST_CHARACTERS = 1_000_000;

/** The document of a text; the same one for the same text, so that whatever stands behind judges and plans it once. */
export type DocumentReader = (text: string) => DocumentNode | Refused;

export function documentReader(limits: Limits): DocumentReader {
  const known = new Recent<string, DocumentNode>(MOST_REMEMBERED, MOST_CHARACTERS);
  return (text) => {
    const seen = known.get(text);
    if (seen) return seen;
    const document = parseText(text, limits);
    if (!(document instanceof Refused)) known.set(text, document, text.length);
    return document;
  };
}

export const parseBounded =
  (read: DocumentReader): Stage['admit'] =>
  (passage) => {
    const document = read(filled(passage.asked, 'asked').query);
    if (document instanceof Refused) return document;
    passage.document = document;
    return null;
  };

function parseText(text: string, limits: Limits): DocumentNode | Refused {
  if (text.length > limits.characters) return Refused.as('DOCUMENT_TOO_LARGE');
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) return Refused.as('TOO_DEEP'); // the recursive parser ran out of stack
    // graphql-js has no code for this; its sentence is its interface.
    return error.message.includes('tokens. Parsing aborted')
      ? Refused.as('DOCUMENT_TOO_LARGE')
      : Refused.because('GRAPHQL_PARSE_FAILED', [error]);
  }
}
