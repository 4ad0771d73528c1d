// update: operators, replacements and pipelines, one document or many, with upsert.

import { failedToParse, location } from '../errors.js';
import { evaluateVariables } from '../expressions/compile.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Collection } from '../store/collection.js';
import { isReplacement } from '../update/apply-update.js';
import { readNumber } from '../values/numbers.js';
import type { Document, Value } from '../values/types.js';
import { changeOne, changeRow, type Update } from './change-one.js';
import { type Command, type CommandContext, reply } from './command.js';
import { findTargets, stillMatching } from './find-targets.js';
import { checkCollation, documentList, documentOption, namespaceOf } from './options.js';
import { collectionToWrite, writeBatch, writeOnce, writeStatement } from './write-statement.js';

const FIELDS = new Set(['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation', 'sort', 'c']);

export const readArrayFilters = (owner: Document): Document[] =>
  owner['arrayFilters'] === undefined ? [] : documentList(owner, 'arrayFilters');

function readStatement(statement: Document, command: Document): Update & { multi: boolean } {
  const unknown = Object.keys(statement).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw location(40415, `BSON field 'update.updates.${unknown}' is an unknown field.`);
  checkCollation(statement['collation']);
  const multi = statement['multi'] === true;
  if (multi && isReplacement(statement['u'])) {
    throw failedToParse('multi update is not supported for replacement-style update');
  }
  return {
    filter: documentOption(statement, 'q') ?? {},
    update: statement['u'],
    arrayFilters: readArrayFilters(statement),
    upsert: statement['upsert'] === true,
    sort: documentOption(statement, 'sort'),
    hint: statement['hint'],
    variables: evaluateVariables(command['let'], evaluateVariables(statement['c'])),
    multi,
  };
}

async function updateMany(
  context: CommandContext,
  collection: Collection,
  update: Update,
  command: Document,
): Promise<Document> {
  let n = 0;
  let nModified = 0;
  for (const row of findTargets(collection, update, context.transaction)) {
    const change = await writeOnce(context, (writer) =>
      stillMatching(collection, row, update, context.transaction)
        ? changeRow(context, collection, row, update, command, writer)
        : undefined,
    );
    if (change) n += 1;
    if (change?.modified) nModified += 1;
  }
  return { n, nModified };
}

function updateOne(
  context: CommandContext,
  collection: Collection,
  update: Update,
  command: Document,
  index: number,
): Promise<Document> {
  return writeStatement(context, index, (writer) => {
    const change = changeOne(context, collection, update, command, writer);
    const outcome: Document = { n: change.after ? 1 : 0, nModified: change.modified ? 1 : 0 };
    if (change.upserted) outcome['upserted'] = change.after!['_id'];
    return outcome;
  });
}

const total = (outcomes: { outcome: Document }[], name: string): number =>
  outcomes.reduce((sum, { outcome }) => sum + readNumber(outcome[name], 0), 0);

export const update: Command = {
  accepts: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  transactional: true,
  async run(command, context) {
    const namespace = namespaceOf(context.database, command['update']);
    const statements = documentList(command, 'updates');
    const upserts = statements.some((statement) => statement['upsert'] === true);
    const existing = context.store.collections.get(namespace);
    const collection = existing ?? (upserts ? collectionToWrite(context, namespace) : undefined);
    const { outcomes, writeErrors } = await writeBatch(
      context,
      statements,
      command['ordered'] !== false,
      async (raw, index) => {
        const statement = readStatement(raw, command);
        compileFilter(statement.filter, statement.variables);
        if (!collection) return { n: 0, nModified: 0 };
        const single = !statement.multi || statement.upsert;
        const first = single && statement.multi ? findTargets(collection, statement, context.transaction) : [];
        if (!statement.multi || (statement.upsert && first.length === 0)) {
          return updateOne(context, collection, statement, command, index);
        }
        return updateMany(context, collection, statement, command);
      },
    );
    const upserted: { index: number; _id: Value }[] = outcomes
      .filter(({ outcome }) => 'upserted' in outcome)
      .map(({ index, outcome }) => ({ index, _id: outcome['upserted'] }));
    return reply({
      n: total(outcomes, 'n'),
      nModified: total(outcomes, 'nModified'),
      ...(upserted.length > 0 && { upserted }),
      ...(writeErrors.length > 0 && { writeErrors }),
    });
  },
};
