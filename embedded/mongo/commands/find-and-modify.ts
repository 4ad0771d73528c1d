// findAndModify: changes or removes one document and answers with it, as it was or as it became.
import { compileFindProjection } from '../aggregate/find-projection.js';
import { failedToParse } from '../errors.js';
import { evaluateVariables } from '../expressions/compile.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Document, Value } from '../values/types.js';
import { changeOne, type Update } from './change-one.js';
import { type Command, reply } from './command.js';
import { findTarget } from './find-targets.js';
import { documentOption, namespaceOf } from './options.js';
import { readArrayFilters } from './update.js';
import { collectionToWrite, writeStatement } from './write-statement.js';

function readUpdate(command: Document): Update {
  if (
    command['remove'] === true &&
    (command['update'] !== undefined || command['upsert'] === true || command['new'] === true)
  ) {
    throw failedToParse("Cannot specify 'update', 'upsert' or 'new' along with 'remove'");
  }
  if (command['remove'] !== true && command['update'] === undefined) {
    throw failedToParse("Either an 'update' or 'remove'=true must be specified");
  }
  return {
    filter: documentOption(command, 'query') ?? {},
    sort: documentOption(command, 'sort'),
    hint: command['hint'],
    variables: evaluateVariables(command['let']),
    update: command['update'],
    arrayFilters: readArrayFilters(command),
    upsert: command['upsert'] === true,
  };
}

export const findAndModify: Command = {
  accepts: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'arrayFilters',
    'hint',
    'collation',
    'let',
    'bypassDocumentValidation',
  ],
  transactional: true,
  async run(command, context) {
    const namespace = namespaceOf(context.database, command['findAndModify'] ?? command['findandmodify']);
    const update = readUpdate(command);
    compileFilter(update.filter, update.variables);
    const project = compileFindProjection(command['fields'], update.filter, update.variables);
    const shown = (document: Document | null): Value => (document && project ? project(document) : document);
    const existing = context.store.collections.get(namespace);
    const collection = existing ?? (update.upsert ? collectionToWrite(context, namespace) : undefined);
    const remove = command['remove'] === true;
    if (!collection) {
      return reply({ lastErrorObject: { n: 0, ...(!remove && { updatedExisting: false }) }, value: null });
    }
    // The image is part of the outcome: a retry answers with the document as the first attempt saw it.
    const outcome = await writeStatement(context, 0, (writer) => {
      if (remove) {
        const row = findTarget(collection, update, context.transaction);
        if (!row) return { lastErrorObject: { n: 0 }, value: null };
        collection.refuseConflict(row, writer);
        const before = collection.current(row, writer)!.document;
        collection.remove(row, writer);
        return { lastErrorObject: { n: 1 }, value: shown(before) };
      }
      const change = changeOne(context, collection, update, command, writer);
      const lastErrorObject: Document = { n: change.after ? 1 : 0, updatedExisting: change.before !== null };
      if (change.upserted) lastErrorObject['upserted'] = change.after!['_id'];
      return { lastErrorObject, value: shown(command['new'] === true ? change.after : change.before) };
    });
    return reply(outcome);
  },
};
