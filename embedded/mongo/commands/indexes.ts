// createIndexes, listIndexes and dropIndexes.
import { CommandError } from '../errors.js';
import type { Collection } from '../store/collection.js';
import { CollectionIndex } from '../store/collection-index.js';
import { whenFree } from '../store/transaction.js';
import { compareValues, equalValues } from '../values/order.js';
import { show } from '../values/show.js';
import { type Document, isDocument } from '../values/types.js';
import { existing } from './collections.js';
import { type Command, reply } from './command.js';
import { documentResults } from './cursors.js';
import { readIndexSpec } from './index-spec.js';
import { documentList, namespaceOf } from './options.js';

/** Options in one order, without those that change nothing about the documents an index holds. */
function essence({ v: _v, hidden: _hidden, ...spec }: Document): Document {
  return Object.fromEntries(
    Object.entries(spec)
      .filter(([, value]) => value !== false && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** True when the index exists already. Throws when one is there that contradicts the specification. */
function alreadyThere(collection: Collection, spec: Document): boolean {
  const same = (a: Document, b: Document, option: string) => compareValues(a[option] ?? null, b[option] ?? null) === 0;
  const other =
    collection.indexes.get(String(spec['name'])) ??
    [...collection.indexes.values()].find(
      (index) => same(index.spec, spec, 'key') && same(index.spec, spec, 'partialFilterExpression'),
    );
  if (!other) return false;
  if (equalValues(essence(other.spec), essence(spec))) return true;
  if (other.name === '_id_' && same(other.spec, spec, 'key')) return true;
  const wanted = `Requested index: ${show(spec)}, existing index: ${show(other.spec)}`;
  if (other.name !== spec['name']) {
    throw new CommandError(85, 'IndexOptionsConflict', `Index already exists with a different name: ${other.name}`);
  }
  throw same(other.spec, spec, 'key')
    ? new CommandError(85, 'IndexOptionsConflict', `An index of this name exists with other options. ${wanted}`)
    : new CommandError(86, 'IndexKeySpecsConflict', `An index of this name exists with another key. ${wanted}`);
}

export const createIndexes: Command = {
  accepts: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  async run(command, { store, database }) {
    const namespace = namespaceOf(database, command['createIndexes']);
    const specs = documentList(command, 'indexes').map(readIndexSpec);
    const created = !store.collections.has(namespace);
    const collection = store.ensure(namespace);
    const before = collection.indexes.size;
    for (const spec of specs) {
      if (alreadyThere(collection, spec)) continue;
      await whenFree(() => collection.addIndex(new CollectionIndex(spec)));
      store.append([{ op: 'index', ns: namespace, spec }]);
    }
    return reply({
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.size,
      createdCollectionAutomatically: created,
    });
  },
};

export const listIndexes: Command = {
  accepts: ['cursor'],
  run(command, { store, cursors, database }) {
    const namespace = namespaceOf(database, command['listIndexes']);
    const collection = existing(store.collections.get(namespace), namespace);
    return cursors.start(namespace, documentResults([...collection.indexes.values()].map(({ spec }) => spec)), command);
  },
};

function namesToDrop(collection: Collection, wanted: Document[string]): string[] {
  const all = [...collection.indexes.values()];
  if (wanted === '*') return all.map(({ name }) => name).filter((name) => name !== '_id_');
  if (isDocument(wanted)) {
    const found = all.find((index) => equalValues(index.spec['key'], wanted));
    if (!found) throw new CommandError(27, 'IndexNotFound', `can't find index with key: ${show(wanted)}`);
    return [found.name];
  }
  return (Array.isArray(wanted) ? wanted : [wanted]).map(String);
}

export const dropIndexes: Command = {
  accepts: ['index'],
  run(command, { store, database }) {
    const namespace = namespaceOf(database, command['dropIndexes']);
    const collection = existing(store.collections.get(namespace), namespace);
    const nIndexesWas = collection.indexes.size;
    for (const name of namesToDrop(collection, command['index'])) {
      if (name === '_id_') throw new CommandError(72, 'InvalidOptions', 'cannot drop _id index');
      if (!collection.indexes.delete(name)) {
        throw new CommandError(27, 'IndexNotFound', `index not found with name [${name}]`);
      }
      store.append([{ op: 'dropIndex', ns: namespace, name }]);
    }
    return reply({ nIndexesWas });
  },
};
