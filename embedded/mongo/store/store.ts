// All collections of the server, its commit sequence and its open transactions.
import { encodeDocument } from '../values/document-size.js';
import type { Document } from '../values/types.js';
import { Collection } from './collection.js';
import { CollectionIndex } from './collection-index.js';
import type { Journal } from './journal.js';
import { type JournalEntry, putEntry } from './journal-entry.js';
import { isUnsettled, type Row, type Stored } from './row.js';
import { Blocked, Transaction, type Writer } from './transaction.js';

function* collectionEntries(collection: Collection): Generator<JournalEntry> {
  yield { op: 'create', ns: collection.namespace, options: collection.options };
  for (const index of collection.indexes.values()) {
    if (index.name !== '_id_') yield { op: 'index', ns: collection.namespace, spec: index.spec };
  }
  for (const row of collection.rows.values()) {
    if (row.latest?.stored) yield putEntry(collection.namespace, row.latest.stored.raw);
  }
}

export class Store {
  readonly collections = new Map<string, Collection>();
  private readonly open = new Set<Transaction>();
  /** Rows with more than one version: looked at when a transaction ends. */
  private readonly unsettled = new Map<Row, Collection>();
  private sequence = 0;
  /** Absent only while the journal is being replayed. */
  journal: Journal | null = null;
  /** The snapshot being written, if any. */
  compacting: Promise<void> | null = null;

  constructor(private readonly unlock: () => Promise<void>) {}

  nextSequence(): number {
    this.sequence += 1;
    return this.sequence;
  }

  /** The lowest snapshot that an open transaction reads at; infinite without any. */
  oldestSnapshot(): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const transaction of this.open) oldest = Math.min(oldest, transaction.snapshot);
    return oldest;
  }

  get hasOpenTransactions(): boolean {
    return this.open.size > 0;
  }

  remember(row: Row, collection: Collection): void {
    this.unsettled.set(row, collection);
  }

  /** The collection, created when absent: writes do that. */
  ensure(namespace: string, options: Document = {}): Collection {
    const existing = this.collections.get(namespace);
    if (existing) return existing;
    const collection = new Collection(this, namespace, options);
    this.collections.set(namespace, collection);
    this.append([{ op: 'create', ns: namespace, options }]);
    return collection;
  }

  /** Throws `Blocked` while an open transaction has written there. */
  drop(collection: Collection): void {
    this.refuseInUse(collection);
    this.collections.delete(collection.namespace);
    this.append([{ op: 'drop', ns: collection.namespace }]);
  }

  /** Moves a collection to another name, over the one that has it: one frame of the journal holds all of it. */
  rename(source: Collection, to: string): void {
    const renamed = new Collection(this, to, source.options);
    for (const index of source.indexes.values()) renamed.loadIndex(new CollectionIndex(index.spec));
    for (const row of source.rows.values()) if (row.latest?.stored) renamed.load(row.id, row.latest.stored);
    this.collections.delete(source.namespace);
    this.collections.set(to, renamed);
    this.append([{ op: 'drop', ns: source.namespace }, { op: 'drop', ns: to }, ...collectionEntries(renamed)]);
  }

  /** Throws `Blocked` while an open transaction has written to the collection. */
  refuseInUse(collection: Collection): void {
    for (const transaction of this.open) {
      if ([...transaction.writes.values()].includes(collection)) throw new Blocked(transaction.finished);
    }
  }

  /** A document as it will be stored. Throws when it is larger than 16 MiB. */
  prepare(document: Document): Stored {
    return { raw: encodeDocument(document), document };
  }

  /** Puts entries on the journal, in one frame: all of them survive a crash, or none. */
  append(entries: JournalEntry[]): void {
    if (entries.length > 0) this.journal?.append(entries);
  }

  /** Resolves when everything appended so far is on disk. */
  async durable(): Promise<void> {
    await this.journal?.synced();
  }

  begin(): Transaction {
    const transaction = new Transaction(this.sequence);
    this.open.add(transaction);
    return transaction;
  }

  /** Commits in memory and on the journal, with further entries in the same frame. */
  commit(transaction: Transaction, alongside: JournalEntry[]): void {
    const sequence = this.nextSequence();
    const writer: Writer = { transaction: null, entries: [] };
    this.open.delete(transaction);
    for (const [row, collection] of transaction.writes) {
      const stored = row.pending?.stored ?? null;
      const before = row.latest?.stored;
      collection.settle(row, stored, sequence);
      if (stored) writer.entries.push(putEntry(collection.namespace, stored.raw));
      else if (before) {
        writer.entries.push({ op: 'remove', ns: collection.namespace, id: before.document['_id'] });
      }
    }
    transaction.end('committed');
    this.append([...writer.entries, ...alongside]);
    this.trimUnsettled();
  }

  abort(transaction: Transaction): void {
    if (transaction.state !== 'open') return;
    this.open.delete(transaction);
    for (const [row, collection] of transaction.writes) collection.discard(row);
    transaction.end('aborted');
    this.trimUnsettled();
  }

  private trimUnsettled(): void {
    const oldest = this.oldestSnapshot();
    for (const [row, collection] of this.unsettled) {
      collection.trim(row, oldest);
      if (!isUnsettled(row)) this.unsettled.delete(row);
    }
  }

  /** Bytes of all current documents. */
  get bytes(): number {
    let bytes = 0;
    for (const collection of this.collections.values()) bytes += collection.bytes;
    return bytes;
  }

  /** Everything committed, as journal entries; called where a new generation of files begins. */
  *snapshot(): Generator<JournalEntry> {
    for (const collection of this.collections.values()) yield* collectionEntries(collection);
  }

  async close(): Promise<void> {
    for (const transaction of [...this.open]) this.abort(transaction);
    await this.journal?.close();
    await this.compacting;
    await this.unlock();
  }
}
