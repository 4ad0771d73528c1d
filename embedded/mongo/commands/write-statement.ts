// Runs the statements of write commands: waits for open transactions, journals each change with its retry outcome, and
// executes a retried statement once.

import { BSONRegExp } from 'bson';
import { CommandError, failedToParse } from '../errors.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Collection } from '../store/collection.js';
import type { Stored } from '../store/row.js';
import { type Writer, whenFree } from '../store/transaction.js';
import { type Document, isDocument } from '../values/types.js';
import type { CommandContext } from './command.js';

/** One indivisible change. `attempt` runs again from the start when an open transaction was in its way. */
export function writeOnce<T>(context: CommandContext, attempt: (writer: Writer) => T): Promise<T> {
  return whenFree(() => {
    const writer: Writer = { transaction: context.transaction, entries: [] };
    const result = attempt(writer);
    context.store.append(writer.entries);
    return result;
  }, context.deadline);
}

/** As `writeOnce`; for a retryable write, the outcome is journalled with the change and answers every retry. */
export async function writeStatement(
  context: CommandContext,
  index: number,
  attempt: (writer: Writer) => Document,
): Promise<Document> {
  const { session, retryNumber } = context;
  if (!session || !retryNumber) return writeOnce(context, attempt);
  const known = session.statements.get(index);
  if (known) return known;
  return writeOnce(context, (writer) => {
    const outcome = attempt(writer);
    session.statements.set(index, outcome);
    // A statement that changed nothing needs no proof on disk that it ran.
    if (writer.entries.length > 0) {
      writer.entries.push({ op: 'statement', session: session.key, number: retryNumber, index, outcome });
    }
    return outcome;
  });
}

export interface BatchResult {
  outcomes: { index: number; outcome: Document }[];
  writeErrors: Document[];
}

/** Runs a list of statements; the first error ends an ordered batch, and always ends a transaction. */
export async function writeBatch<T>(
  context: CommandContext,
  statements: T[],
  ordered: boolean,
  run: (statement: T, index: number) => Promise<Document>,
): Promise<BatchResult> {
  const { transaction, store } = context;
  if (statements.length === 0 || statements.length > MAX_BATCH) {
    throw new CommandError(16, 'InvalidLength', `Write batch sizes must be between 1 and ${MAX_BATCH}`);
  }
  const result: BatchResult = { outcomes: [], writeErrors: [] };
  for (const [index, statement] of statements.entries()) {
    try {
      result.outcomes.push({ index, outcome: await run(statement, index) });
    } catch (error) {
      if (!(error instanceof CommandError) || ABORTS.has(error.code)) throw error;
      result.writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (transaction) store.abort(transaction);
      if (transaction || ordered) break;
    }
  }
  return result;
}

export const MAX_BATCH = 100_000;

/** Errors of the whole command rather than of one statement: a write conflict, and the end of its time. */
const ABORTS = new Set([50, 112]);

/** Refuses what may not be stored: a bad `_id`, or a document that the collection's validator does not accept. */
export function checkStorable(collection: Collection, stored: Stored, command: Document): void {
  const id = stored.document['_id'];
  if (id === undefined || Array.isArray(id) || id instanceof BSONRegExp) {
    throw new CommandError(53, 'InvalidIdField', "The '_id' value cannot be of type array, regex or undefined");
  }
  const dollar = isDocument(id) ? Object.keys(id).find((name) => name.startsWith('$')) : undefined;
  if (dollar !== undefined) {
    throw new CommandError(52, 'DollarPrefixedFieldName', `_id fields may not contain '$'-prefixed fields: ${dollar}`);
  }
  const validator = collection.options['validator'];
  if (!isDocument(validator) || command['bypassDocumentValidation'] === true) return;
  if (collection.options['validationAction'] === 'warn' || compileFilter(validator)(stored.document)) return;
  throw new CommandError(121, 'DocumentValidationFailure', 'Document failed validation', {
    errInfo: { failingDocumentId: id },
  });
}

/** The collection that a write goes to. Creating one is not part of a transaction: it stays when that aborts. */
export function collectionToWrite(context: CommandContext, namespace: string): Collection {
  if (namespace.split('.')[1] === 'system') throw failedToParse(`cannot write to ${namespace}`);
  return context.store.ensure(namespace);
}
