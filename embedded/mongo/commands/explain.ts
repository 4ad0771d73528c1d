// explain: which index a read would use and, for find, how many documents it looks at.
import { unsupported } from '../errors.js';
import { planScan } from '../store/plan.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { type Command, type CommandContext, reply } from './command.js';
import { documentOption, namespaceOf, numberOption } from './options.js';
import { readDocuments } from './read-documents.js';

function filterOf(name: string, inner: Document): Document {
  if (name === 'find') return documentOption(inner, 'filter') ?? {};
  if (name !== 'aggregate') return documentOption(inner, 'query') ?? {};
  const [first]: Value[] = Array.isArray(inner['pipeline']) ? inner['pipeline'] : [];
  return (isDocument(first) && documentOption(first, '$match')) || {};
}

/** Runs the find, without sending anything. */
function execute(inner: Document, namespace: string, { store, transaction }: CommandContext): Document {
  let examined = 0;
  const request = {
    filter: filterOf('find', inner),
    sort: documentOption(inner, 'sort'),
    skip: numberOption(inner, 'skip'),
    limit: Math.abs(numberOption(inner, 'limit') ?? 0),
    hint: inner['hint'],
    onExamined: () => {
      examined += 1;
    },
  };
  const nReturned = readDocuments(store.collections.get(namespace), request, transaction).length;
  return { nReturned, totalDocsExamined: examined };
}

export const explain: Command = {
  accepts: ['verbosity'],
  run(command, context) {
    const inner = documentOption(command, 'explain') ?? {};
    const name = Object.keys(inner)[0] ?? '';
    if (!['find', 'count', 'distinct', 'aggregate'].includes(name)) throw unsupported(`explain of ${name}`);
    const namespace = namespaceOf(context.database, inner[name]);
    const collection = context.store.collections.get(namespace);
    const sort = documentOption(inner, 'sort');
    const order = name === 'find' && sort && Object.keys(sort).length > 0 ? sort : null;
    const scan = collection && planScan(collection, filterOf(name, inner), order, null, inner['hint']);
    const stage = scan?.index
      ? { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: scan.index } }
      : { stage: 'COLLSCAN' };
    const winningPlan = order && !scan?.sorted ? { stage: 'SORT', inputStage: stage } : stage;
    const run = name === 'find' && command['verbosity'] !== 'queryPlanner';
    return reply({ queryPlanner: { winningPlan }, ...(run && { executionStats: execute(inner, namespace, context) }) });
  },
};
