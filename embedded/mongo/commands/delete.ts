// delete: the first matching document, or all of them.

import { location } from '../errors.js';
import { evaluateVariables } from '../expressions/compile.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Collection } from '../store/collection.js';
import { readNumber } from '../values/numbers.js';
import type { Document } from '../values/types.js';
import { type Command, type CommandContext, reply } from './command.js';
import { findTarget, findTargets, stillMatching, type Target } from './find-targets.js';
import { checkCollation, documentList, documentOption, namespaceOf } from './options.js';
import { writeBatch, writeOnce, writeStatement } from './write-statement.js';

const FIELDS = new Set(['q', 'limit', 'hint', 'collation']);

function readStatement(statement: Document, command: Document): Target & { all: boolean } {
  const unknown = Object.keys(statement).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw location(40415, `BSON field 'delete.deletes.${unknown}' is an unknown field.`);
  checkCollation(statement['collation']);
  return {
    filter: documentOption(statement, 'q') ?? {},
    hint: statement['hint'],
    variables: evaluateVariables(command['let']),
    all: readNumber(statement['limit'], 0) === 0,
  };
}

async function deleteAll(context: CommandContext, collection: Collection, target: Target): Promise<Document> {
  let n = 0;
  for (const row of findTargets(collection, target, context.transaction)) {
    n += await writeOnce(context, (writer) => {
      if (!stillMatching(collection, row, target, context.transaction)) return 0;
      collection.remove(row, writer);
      return 1;
    });
  }
  return { n };
}

export const deleteCommand: Command = {
  accepts: ['deletes', 'ordered', 'let'],
  transactional: true,
  async run(command, context) {
    const collection = context.store.collections.get(namespaceOf(context.database, command['delete']));
    const statements = documentList(command, 'deletes');
    const { outcomes, writeErrors } = await writeBatch(
      context,
      statements,
      command['ordered'] !== false,
      async (raw, index) => {
        const target = readStatement(raw, command);
        compileFilter(target.filter, target.variables);
        if (!collection) return { n: 0 };
        if (target.all) return deleteAll(context, collection, target);
        return writeStatement(context, index, (writer) => {
          const row = findTarget(collection, target, context.transaction);
          if (row) collection.remove(row, writer);
          return { n: row ? 1 : 0 };
        });
      },
    );
    const n = outcomes.reduce((sum, { outcome }) => sum + readNumber(outcome['n'], 0), 0);
    return reply({ n, ...(writeErrors.length > 0 && { writeErrors }) });
  },
};
