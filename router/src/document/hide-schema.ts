// Where the schema is not shown, `__schema` and `__type` are refused, wherever they stand; `__typename` always works.
import { BREAK, type DocumentNode, visit } from 'graphql';
import { Refused } from '../respond/refusals.js';

export const hideSchema =
  (showsSchema: boolean) =>
  (document: DocumentNode): Refused | null => {
    if (showsSchema) return null;
    let asks = false;
    visit(document, {
      Field: ({ name: { value } }) => {
        if (value !== '__schema' && value !== '__type') return undefined;
        asks = true;
        return BREAK;
      },
    });
    return asks ? Refused.as('INTROSPECTION_OFF') : null;
  };
