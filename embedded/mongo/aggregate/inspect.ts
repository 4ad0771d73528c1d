// $collStats and $indexStats: what the server knows about a collection.
import { location, unsupported } from '../errors.js';
import { isDocument } from '../values/types.js';
import type { Stage, StageTable } from './stage.js';

const collStats: Stage = (_, argument, { context, namespace }) => {
  const collection = namespace === null ? undefined : context.store.collections.get(namespace);
  if (!collection) throw location(40280, 'Unable to retrieve count in $collStats stage: the collection does not exist');
  const refused = isDocument(argument)
    ? Object.keys(argument).find((name) => !['count', 'storageStats'].includes(name))
    : '';
  if (refused !== undefined) throw unsupported(`the option '${refused}' of $collStats`);
  return [
    {
      ns: collection.namespace,
      count: collection.rows.size,
      storageStats: { size: collection.bytes, count: collection.rows.size, nindexes: collection.indexes.size },
    },
  ];
};

const indexStats: Stage = (_, __, { context, namespace }) => {
  const collection = namespace === null ? undefined : context.store.collections.get(namespace);
  return [...(collection?.indexes.values() ?? [])].map((index) => ({
    name: index.name,
    key: index.spec['key'],
    spec: index.spec,
    host: context.connection.server,
  }));
};

export const inspectionStages: StageTable = { $collStats: collStats, $indexStats: indexStats };
