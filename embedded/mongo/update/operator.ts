// The shape of update operators.
import type { Variables } from '../expressions/compile.js';
import type { Document, Value } from '../values/types.js';

export interface UpdateContext {
  /** The query that found the document: `$` takes its array position from it. */
  filter: Document;
  arrayFilters: Document[];
  variables: Variables;
  /** True while an upsert builds a new document: $setOnInsert applies. */
  inserting: boolean;
}

/** Changes `document` (a private copy) at one concrete path. */
export type UpdateOperator = (document: Document, path: string[], argument: Value, context: UpdateContext) => void;
export type UpdateTable = Readonly<Record<string, UpdateOperator>>;
