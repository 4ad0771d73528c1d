// $out and $merge: the result of a pipeline becomes documents of a collection.
import { ObjectId } from 'bson';
import { findTarget } from '../commands/find-targets.js';
import { writeOnce } from '../commands/write-statement.js';
import { CommandError, location, unsupported } from '../errors.js';
import type { Collection } from '../store/collection.js';
import { type Writer, whenFree } from '../store/transaction.js';
import { withIdFirst } from '../update/apply-update.js';
import { valueAt } from '../values/paths.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { runDocumentStages } from './document-stages.js';
import type { PipelineScope, Stage } from './stage.js';

function targetOf(argument: Value, database: string, stage: string): string {
  if (typeof argument === 'string') return `${database}.${argument}`;
  if (!isDocument(argument) || typeof argument['coll'] !== 'string')
    throw location(16990, `${stage} needs a collection`);
  const unknown = Object.keys(argument).find((name) => name !== 'db' && name !== 'coll');
  if (unknown !== undefined) throw unsupported(`the option '${unknown}' of ${stage}`);
  return `${typeof argument['db'] === 'string' ? argument['db'] : database}.${argument['coll']}`;
}

const withId = (document: Document): Document => withIdFirst(document, { _id: document['_id'] ?? new ObjectId() });

/** Replaces the collection, indexes kept: the documents go to a scratch collection that then takes the name. */
export const out: Stage = async (documents, argument, { context }) => {
  const namespace = targetOf(argument, context.database, '$out');
  const { store } = context;
  const scratch = store.ensure(`${namespace}.out-${new ObjectId().toHexString()}`);
  try {
    const indexes = store.collections.get(namespace)?.indexes.values() ?? [];
    for (const index of indexes) if (index.name !== '_id_') scratch.addIndex(index.empty());
    for (const document of documents) {
      const stored = store.prepare(withId(document));
      await writeOnce(context, (writer) => scratch.insert(stored, writer));
    }
  } catch (error) {
    store.drop(scratch);
    throw error;
  }
  await whenFree(() => {
    const target = store.collections.get(namespace);
    if (target) store.refuseInUse(target);
    store.rename(scratch, namespace);
  });
  return [];
};

interface Merge {
  on: string[];
  whenMatched: Value;
  whenNotMatched: Value;
}

function readMerge(argument: Value): Merge {
  const options = isDocument(argument) ? argument : {};
  const allowed = ['into', 'on', 'whenMatched', 'whenNotMatched'];
  const unknown = Object.keys(options).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw unsupported(`the option '${unknown}' of $merge`);
  const on = Array.isArray(options['on']) ? options['on'].map(String) : [String(options['on'] ?? '_id')];
  const whenMatched = options['whenMatched'] ?? 'merge';
  const whenNotMatched = options['whenNotMatched'] ?? 'insert';
  const known =
    Array.isArray(whenMatched) || ['merge', 'replace', 'keepExisting', 'fail'].includes(String(whenMatched));
  if (!known) throw unsupported(`whenMatched '${String(whenMatched)}' of $merge`);
  if (!['insert', 'discard', 'fail'].includes(String(whenNotMatched))) {
    throw unsupported(`whenNotMatched '${String(whenNotMatched)}' of $merge`);
  }
  return { on, whenMatched, whenNotMatched };
}

function merged(current: Document, incoming: Document, mode: Value, scope: PipelineScope): Document {
  if (mode === 'replace') return withIdFirst(incoming, current);
  if (!Array.isArray(mode)) return { ...current, ...incoming, _id: current['_id'] };
  return runDocumentStages(current, mode.filter(isDocument), { ...scope.variables, new: incoming });
}

function mergeOne(target: Collection, document: Document, options: Merge, scope: PipelineScope, writer: Writer): void {
  const { store } = scope.context;
  const filter = Object.fromEntries(options.on.map((field) => [field, valueAt(document, field.split('.')) ?? null]));
  const row = findTarget(target, { filter, variables: {} }, null);
  if (!row) {
    if (options.whenNotMatched === 'fail') {
      throw new CommandError(13113, 'MergeStageNoMatchingDocument', '$merge could not find a matching document');
    }
    if (options.whenNotMatched === 'insert') target.insert(store.prepare(document), writer);
    return;
  }
  if (options.whenMatched === 'fail') throw target.indexes.get('_id_')!.duplicate(target.namespace, document);
  if (options.whenMatched === 'keepExisting') return;
  target.refuseConflict(row, writer);
  const current = target.current(row, writer)!.document;
  target.replace(row, store.prepare(merged(current, document, options.whenMatched, scope)), writer);
}

export const merge: Stage = async (documents, argument, scope) => {
  const { context } = scope;
  const into = isDocument(argument) && 'into' in argument ? argument['into'] : argument;
  const target = context.store.ensure(targetOf(into, context.database, '$merge'));
  const options = readMerge(isDocument(argument) && 'into' in argument ? argument : {});
  for (const document of documents) {
    await writeOnce(context, (writer) => mergeOne(target, withId(document), options, scope, writer));
  }
  return [];
};
