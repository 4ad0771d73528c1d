// find, getMore and killCursors.
import { compileFindProjection } from '../aggregate/find-projection.js';
import { badValue } from '../errors.js';
import { evaluateVariables } from '../expressions/compile.js';
import { encodeDocument } from '../values/document-size.js';
import { isNumber } from '../values/numbers.js';
import { type Command, reply } from './command.js';
import { documentOption, namespaceOf, numberOption } from './options.js';
import { readDocuments } from './read-documents.js';

export const find: Command = {
  accepts: [
    'filter',
    'projection',
    'sort',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'hint',
    'let',
    'collation',
    'noCursorTimeout',
    'allowDiskUse',
    'allowPartialResults',
  ],
  refuses: ['tailable', 'awaitData', 'oplogReplay', 'min', 'max', 'returnKey', 'showRecordId'],
  transactional: true,
  run(command, { store, cursors, database, transaction }) {
    const namespace = namespaceOf(database, command['find']);
    const filter = documentOption(command, 'filter') ?? {};
    const limit = numberOption(command, 'limit') ?? 0;
    const skip = numberOption(command, 'skip') ?? 0;
    if (skip < 0) throw badValue('Skip value must be non-negative');
    const variables = evaluateVariables(command['let']);
    const project = compileFindProjection(command['projection'], filter, variables);
    const found = readDocuments(
      store.collections.get(namespace),
      { filter, sort: documentOption(command, 'sort'), skip, limit: Math.abs(limit), hint: command['hint'], variables },
      transaction,
    );
    const results = {
      length: found.length,
      bytesAt: (position: number) =>
        project ? encodeDocument(project(found[position]!.document)) : found[position]!.raw,
    };
    return cursors.start(namespace, results, command, command['singleBatch'] === true || limit < 0);
  },
};

export const getMore: Command = {
  accepts: ['collection', 'batchSize'],
  transactional: true,
  run: (command, { cursors }) => cursors.more(String(command['getMore']), command['batchSize']),
};

export const killCursors: Command = {
  accepts: ['cursors'],
  transactional: true,
  run(command, { cursors }) {
    const ids = Array.isArray(command['cursors']) ? command['cursors'] : [];
    const wanted = ids.filter(isNumber);
    const killed = wanted.filter((id) => cursors.kill(id.toString()));
    return reply({
      cursorsKilled: killed,
      cursorsNotFound: wanted.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    });
  },
};
