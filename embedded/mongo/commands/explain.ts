// explain: which index a read would use. Only what the planner decides is told; nothing is run.
import { unsupported } from '../errors.js';
import { planScan } from '../store/plan.js';
import { type Document, isDocument, type Value } from '../values/types.js';
import { type Command, reply } from './command.js';
import { documentOption, namespaceOf } from './options.js';

function filterOf(name: string, inner: Document): Document {
  if (name === 'find') return documentOption(inner, 'filter') ?? {};
  if (name !== 'aggregate') return documentOption(inner, 'query') ?? {};
  const [first]: Value[] = Array.isArray(inner['pipeline']) ? inner['pipeline'] : [];
  return (isDocument(first) && documentOption(first, '$match')) || {};
}

export const explain: Command = {
  accepts: ['verbosity'],
  run(command, { store, database }) {
    const inner = documentOption(command, 'explain') ?? {};
    const name = Object.keys(inner)[0] ?? '';
    if (!['find', 'count', 'distinct', 'aggregate'].includes(name)) throw unsupported(`explain of ${name}`);
    const collection = store.collections.get(namespaceOf(database, inner[name]));
    const sort = name === 'find' ? (documentOption(inner, 'sort') ?? null) : null;
    const scan = collection && planScan(collection, filterOf(name, inner), sort, null, inner['hint']);
    const stage = scan?.index
      ? { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: scan.index } }
      : { stage: 'COLLSCAN' };
    const sorts = sort !== null && Object.keys(sort).length > 0 && scan?.sorted !== true;
    return reply({ queryPlanner: { winningPlan: sorts ? { stage: 'SORT', inputStage: stage } : stage } });
  },
};
