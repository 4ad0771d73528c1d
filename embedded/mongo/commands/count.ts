// count and distinct.

import { badValue } from '../errors.js';
import { evaluateVariables } from '../expressions/compile.js';
import { keyString } from '../values/key-string.js';
import { compareValues } from '../values/order.js';
import { valuesAt } from '../values/paths.js';
import type { Value } from '../values/types.js';
import { type Command, reply } from './command.js';
import { documentOption, namespaceOf, numberOption } from './options.js';
import { readDocuments } from './read-documents.js';

export const count: Command = {
  accepts: ['query', 'limit', 'skip', 'hint', 'collation'],
  transactional: true,
  run(command, { store, database, transaction }) {
    const collection = store.collections.get(namespaceOf(database, command['count']));
    const filter = documentOption(command, 'query') ?? {};
    const limit = Math.abs(numberOption(command, 'limit') ?? 0);
    const skip = numberOption(command, 'skip') ?? 0;
    // Without open transactions every row is one document.
    const all = Object.keys(filter).length === 0 && limit === 0 && skip === 0 && !store.hasOpenTransactions;
    if (collection && all) return reply({ n: collection.rows.size });
    return reply({ n: readDocuments(collection, { filter, limit, skip, hint: command['hint'] }, transaction).length });
  },
};

export const distinct: Command = {
  accepts: ['key', 'query', 'hint', 'collation'],
  transactional: true,
  run(command, { store, database, transaction }) {
    const collection = store.collections.get(namespaceOf(database, command['distinct']));
    const { key } = command;
    if (typeof key !== 'string' || key === '') throw badValue('distinct needs a key');
    const found = new Map<string, Value>();
    const filter = documentOption(command, 'query') ?? {};
    const request = { filter, hint: command['hint'], variables: evaluateVariables(undefined) };
    for (const { document } of readDocuments(collection, request, transaction)) {
      for (const value of valuesAt(document, key.split('.')).flat()) {
        if (value !== undefined) found.set(keyString(value as Value), value as Value);
      }
    }
    return reply({ values: [...found.values()].sort(compareValues) });
  },
};
