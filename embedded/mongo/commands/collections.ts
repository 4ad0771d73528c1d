// create, drop, dropDatabase, renameCollection, listCollections and listDatabases.

import { createHash } from 'node:crypto';
import { UUID } from 'bson';
import { CommandError, unsupported } from '../errors.js';
import { compileFilter } from '../match/compile-filter.js';
import type { Collection } from '../store/collection.js';
import { CollectionIndex } from '../store/collection-index.js';
import { whenFree } from '../store/transaction.js';
import type { Document } from '../values/types.js';
import { type Command, type CommandContext, reply } from './command.js';
import { documentResults } from './cursors.js';
import { documentOption, namespaceOf } from './options.js';

const CREATE_OPTIONS = ['validator', 'validationLevel', 'validationAction', 'collation'];

export const create: Command = {
  accepts: CREATE_OPTIONS,
  refuses: [
    'viewOn',
    'pipeline',
    'timeseries',
    'capped',
    'size',
    'max',
    'clusteredIndex',
    'expireAfterSeconds',
    'changeStreamPreAndPostImages',
    'storageEngine',
    'indexOptionDefaults',
    'encryptedFields',
    'idIndex',
    'autoIndexId',
  ],
  run(command, { store, database }) {
    const namespace = namespaceOf(database, command['create']);
    if (store.collections.has(namespace)) {
      throw new CommandError(48, 'NamespaceExists', `Collection ${namespace} already exists.`);
    }
    compileFilter(documentOption(command, 'validator') ?? {});
    const options = Object.entries(command).filter(([name]) => CREATE_OPTIONS.includes(name));
    store.ensure(namespace, Object.fromEntries(options));
    return reply();
  },
};

export const collMod: Command = {
  accepts: ['validator', 'validationLevel', 'validationAction', 'index'],
  refuses: ['viewOn', 'pipeline', 'expireAfterSeconds', 'timeseries', 'changeStreamPreAndPostImages'],
  run(command, { store, database }) {
    const collection = existing(store.collections.get(namespaceOf(database, command['collMod'])), command['collMod']);
    if ('validator' in command) {
      compileFilter(documentOption(command, 'validator') ?? {});
      const changed = Object.entries(command).filter(([name]) => CREATE_OPTIONS.includes(name));
      collection.options = { ...collection.options, ...Object.fromEntries(changed) };
      store.append([{ op: 'create', ns: collection.namespace, options: collection.options }]);
    }
    const change = documentOption(command, 'index');
    if (change)
      changeIndex(collection, change, (spec) => store.append([{ op: 'index', ns: collection.namespace, spec }]));
    return reply();
  },
};

const CHANGEABLE = ['expireAfterSeconds', 'hidden'];

function changeIndex(collection: Collection, change: Document, journal: (spec: Document) => void): void {
  const index = collection.indexes.get(String(change['name']));
  if (!index) throw new CommandError(27, 'IndexNotFound', `cannot find index ${String(change['name'])}`);
  const refused = Object.keys(change).find((name) => name !== 'name' && !CHANGEABLE.includes(name));
  if (refused !== undefined) throw unsupported(`changing '${refused}' of an index`);
  const { name: _, ...changes } = change;
  const spec = { ...index.spec, ...changes };
  collection.loadIndex(new CollectionIndex(spec));
  journal(spec);
}

export function existing(collection: Collection | undefined, name: Document[string]): Collection {
  if (!collection) throw new CommandError(26, 'NamespaceNotFound', `ns does not exist: ${String(name)}`);
  return collection;
}

export const drop: Command = {
  accepts: [],
  async run(command, { store, database }) {
    const collection = store.collections.get(namespaceOf(database, command['drop']));
    if (!collection) return reply();
    await whenFree(() => store.drop(collection));
    return reply({ ns: collection.namespace, nIndexesWas: collection.indexes.size });
  },
};

const inDatabase = ({ store, database }: CommandContext): Collection[] =>
  [...store.collections.values()].filter((collection) => collection.namespace.startsWith(`${database}.`));

export const dropDatabase: Command = {
  accepts: [],
  async run(_, context) {
    for (const collection of inDatabase(context)) await whenFree(() => context.store.drop(collection));
    return reply({ dropped: context.database });
  },
};

export const renameCollection: Command = {
  accepts: ['to', 'dropTarget'],
  async run(command, { store }) {
    const source = existing(store.collections.get(String(command['renameCollection'])), command['renameCollection']);
    const to = String(command['to']);
    const target = store.collections.get(to);
    if (target && command['dropTarget'] !== true) {
      throw new CommandError(48, 'NamespaceExists', 'target namespace exists');
    }
    await whenFree(() => {
      store.refuseInUse(source);
      if (target) store.refuseInUse(target);
      store.rename(source, to);
    });
    return reply();
  },
};

/** The same UUID for the same name: nothing here depends on it, clients only show it. */
const uuidOf = (namespace: string): UUID => new UUID(createHash('sha256').update(namespace).digest().subarray(0, 16));

export const listCollections: Command = {
  accepts: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(command, context) {
    const { database, cursors } = context;
    const matches = compileFilter(documentOption(command, 'filter') ?? {});
    const listed = inDatabase(context).map((collection): Document => {
      const name = collection.namespace.slice(database.length + 1);
      if (command['nameOnly'] === true) return { name, type: 'collection' };
      return {
        name,
        type: 'collection',
        options: collection.options,
        info: { readOnly: false, uuid: uuidOf(collection.namespace) },
        idIndex: collection.indexes.get('_id_')!.spec,
      };
    });
    return cursors.start(`${database}.$cmd.listCollections`, documentResults(listed.filter(matches)), command);
  },
};

export const listDatabases: Command = {
  accepts: ['filter', 'nameOnly', 'authorizedDatabases'],
  run(command, { store }) {
    const sizes = new Map<string, number>();
    for (const { namespace, bytes } of store.collections.values()) {
      const name = namespace.slice(0, namespace.indexOf('.'));
      sizes.set(name, (sizes.get(name) ?? 0) + bytes);
    }
    const matches = compileFilter(documentOption(command, 'filter') ?? {});
    const databases = [...sizes]
      .map(
        ([name, sizeOnDisk]): Document =>
          command['nameOnly'] === true ? { name } : { name, sizeOnDisk, empty: false },
      )
      .filter(matches);
    return reply({ databases, totalSize: store.bytes });
  },
};
