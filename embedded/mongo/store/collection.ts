// Documents of one collection, their versions and indexes. Point reads by _id are O(1), index reads O(log n + hits).
import { Int32 } from 'bson';
import { writeConflict } from '../errors.js';
import { keyString } from '../values/key-string.js';
import type { Document } from '../values/types.js';
import { CollectionIndex } from './collection-index.js';
import { putEntry } from './journal-entry.js';
import { type Row, type Stored, versionsOf } from './row.js';
import type { Store } from './store.js';
import { refuseBusy, type Writer } from './transaction.js';

export class Collection {
  readonly rows = new Map<string, Row>();
  readonly indexes = new Map<string, CollectionIndex>();
  /** Bytes of the newest committed documents. */
  bytes = 0;

  constructor(
    private readonly store: Store,
    readonly namespace: string,
    public options: Document,
  ) {
    this.indexes.set('_id_', new CollectionIndex({ v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' }));
  }

  /** Adds a new document. Throws E11000, a write conflict, or `Blocked`; then nothing has changed. */
  insert(stored: Stored, writer: Writer): void {
    const id = keyString(stored.document['_id']);
    const row = this.rows.get(id);
    if (row) {
      this.refuseConflict(row, writer);
      if (this.current(row, writer)) throw this.indexes.get('_id_')!.duplicate(this.namespace, stored.document);
    }
    this.write(row ?? { id, latest: null, pending: null }, stored, writer);
  }

  replace(row: Row, stored: Stored, writer: Writer): void {
    this.refuseConflict(row, writer);
    this.write(row, stored, writer);
  }

  remove(row: Row, writer: Writer): void {
    this.refuseConflict(row, writer);
    this.write(row, null, writer);
  }

  /** Throws when another transaction holds the row, or when it changed after the writer's snapshot. */
  refuseConflict(row: Row, writer: Writer): void {
    const { transaction } = writer;
    if (row.pending) {
      if (row.pending.by !== transaction) throw refuseBusy(writer, row.pending.by);
    } else if (transaction && row.latest && row.latest.sequence > transaction.snapshot) throw writeConflict();
  }

  /** The document that a writer who passed `refuseConflict` works on. */
  current(row: Row, writer: Writer): Stored | null {
    return row.pending && row.pending.by === writer.transaction ? row.pending.stored : (row.latest?.stored ?? null);
  }

  private write(row: Row, stored: Stored | null, writer: Writer): void {
    if (stored) this.refuseDuplicate(row, stored, writer);
    this.rows.set(row.id, row);
    if (stored) this.addKeys(row, stored);
    if (writer.transaction) {
      const before = row.pending?.stored;
      row.pending = { by: writer.transaction, stored };
      writer.transaction.writes.set(row, this);
      if (before) this.dropKeys(row, before);
      return;
    }
    const id = (stored ?? row.latest?.stored)?.document['_id'];
    this.settle(row, stored, this.store.nextSequence());
    writer.entries.push(stored ? putEntry(this.namespace, stored.raw) : { op: 'remove', ns: this.namespace, id });
  }

  /** Makes a version the newest committed one; older ones stay while open transactions may read them. */
  settle(row: Row, stored: Stored | null, sequence: number): void {
    this.bytes += (stored?.raw.length ?? 0) - (row.latest?.stored?.raw.length ?? 0);
    row.pending = null;
    row.latest = { stored, sequence, older: row.latest };
    this.trim(row, this.store.oldestSnapshot());
  }

  /** Applies a journal entry. Uniqueness held when it was written, and may not hold half-way through a replay. */
  load(id: string, stored: Stored | null): void {
    const row = this.rows.get(id) ?? { id, latest: null, pending: null };
    this.rows.set(id, row);
    if (stored) this.addKeys(row, stored);
    this.settle(row, stored, this.store.nextSequence());
  }

  /** Forgets a transaction's write. */
  discard(row: Row): void {
    const stored = row.pending?.stored;
    row.pending = null;
    if (stored) this.dropKeys(row, stored);
    if (!row.latest) this.rows.delete(row.id);
  }

  /** Drops versions that no snapshot from `oldest` on can see, and the row when only a deletion is left. */
  trim(row: Row, oldest: number): void {
    let keep = row.latest;
    while (keep && keep.sequence > oldest) keep = keep.older;
    const unseen: Stored[] = [];
    for (let version = keep?.older ?? null; version; version = version.older) {
      if (version.stored) unseen.push(version.stored);
    }
    if (keep) keep.older = null;
    for (const stored of unseen) this.dropKeys(row, stored);
    if (row.latest?.older) this.store.remember(row, this);
    else if (!row.latest?.stored && !row.pending) this.rows.delete(row.id);
  }

  private refuseDuplicate(row: Row, stored: Stored, writer: Writer): void {
    for (const index of this.indexes.values()) {
      if (!index.unique) continue;
      for (const key of index.keysOf(stored.document)) {
        for (const other of index.rowsAt(key)) {
          if (other !== row) this.refuseSameKey(index, key, other, stored, writer);
        }
      }
    }
  }

  private refuseSameKey(index: CollectionIndex, key: string, other: Row, stored: Stored, writer: Writer): void {
    const holds = (candidate: Stored | null | undefined) =>
      !!candidate && index.keysOf(candidate.document).includes(key);
    if (other.pending && other.pending.by !== writer.transaction) {
      // Whether the key is free is not known before that transaction ends.
      if (holds(other.pending.stored) || holds(other.latest?.stored)) throw refuseBusy(writer, other.pending.by);
      return;
    }
    if (!holds(this.current(other, writer))) return;
    const { transaction } = writer;
    if (transaction && !other.pending && other.latest && other.latest.sequence > transaction.snapshot) {
      throw writeConflict();
    }
    throw index.duplicate(this.namespace, stored.document);
  }

  private addKeys(row: Row, stored: Stored): void {
    for (const index of this.indexes.values()) {
      for (const key of index.keysOf(stored.document)) index.tree.set(key + row.id, row);
    }
  }

  /** Takes out the keys of one version, except those that another version of the row still has. */
  private dropKeys(row: Row, stored: Stored): void {
    const others = versionsOf(row);
    for (const index of this.indexes.values()) {
      const kept = new Set(others.flatMap((other) => index.keysOf(other.document)));
      for (const key of index.keysOf(stored.document)) if (!kept.has(key)) index.tree.delete(key + row.id);
    }
  }

  /** Builds an index over what is there. Throws E11000 when a unique one cannot be, `Blocked` by open transactions. */
  addIndex(index: CollectionIndex): void {
    this.store.refuseInUse(this);
    const taken = new Set<string>();
    for (const row of index.unique ? this.rows.values() : []) {
      const stored = row.latest?.stored;
      for (const key of stored ? new Set(index.keysOf(stored.document)) : []) {
        if (taken.has(key)) throw index.duplicate(this.namespace, stored!.document);
        taken.add(key);
      }
    }
    this.loadIndex(index);
  }

  /** Builds an index that the journal tells of: see `load`. */
  loadIndex(index: CollectionIndex): void {
    for (const row of this.rows.values()) {
      for (const version of versionsOf(row)) {
        for (const key of index.keysOf(version.document)) index.tree.set(key + row.id, row);
      }
    }
    this.indexes.set(index.name, index);
  }
}
