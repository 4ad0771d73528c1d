// aggregate: runs a pipeline over a collection, or over no collection at all.

import { runPipeline } from '../aggregate/run-pipeline.js';
import { failedToParse } from '../errors.js';
import { evaluateVariables } from '../expressions/compile.js';
import { isDocument } from '../values/types.js';
import type { Command } from './command.js';
import { documentResults } from './cursors.js';
import { documentList, namespaceOf } from './options.js';

export const aggregate: Command = {
  accepts: ['pipeline', 'cursor', 'hint', 'let', 'collation', 'allowDiskUse', 'bypassDocumentValidation'],
  refuses: ['explain', 'fromMongos', 'needsMerge', 'isMapReduceCommand', 'exchange'],
  transactional: true,
  async run(command, context) {
    if (!isDocument(command['cursor'])) {
      throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
    }
    const named = typeof command['aggregate'] === 'string';
    const namespace = named
      ? namespaceOf(context.database, command['aggregate'])
      : `${context.database}.$cmd.aggregate`;
    const documents = await runPipeline(documentList(command, 'pipeline'), {
      context,
      namespace: named ? namespace : null,
      variables: evaluateVariables(command['let']),
      hint: command['hint'],
      nested: false,
    });
    return context.cursors.start(namespace, documentResults(documents), command);
  },
};
