// Open cursors. The result of a query is fixed when it starts: later writes do not show in it.
import { Long } from 'bson';
import { CommandError, unsupported } from '../errors.js';
import { encodeDocument } from '../values/document-size.js';
import { isNumber, readNumber } from '../values/numbers.js';
import { type Document, isDocument } from '../values/types.js';
import type { Reply } from './command.js';

/** Results are encoded batch by batch, so that a cursor which is left early costs little. */
export interface Results {
  readonly length: number;
  bytesAt(position: number): Uint8Array;
}

export const documentResults = (documents: Document[]): Results => ({
  length: documents.length,
  bytesAt: (position) => encodeDocument(documents[position]!),
});

interface Cursor {
  readonly id: Long;
  readonly namespace: string;
  readonly results: Results;
  readonly keepsAlive: boolean;
  position: number;
  usedAt: number;
}

const FIRST_BATCH = 101;
const BATCH_BYTES = 12 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;

function take(cursor: Cursor, most: number): Uint8Array[] {
  const batch: Uint8Array[] = [];
  let bytes = 0;
  while (cursor.position < cursor.results.length && batch.length < most) {
    const document = cursor.results.bytesAt(cursor.position);
    // The first one always goes out: no document is larger than a message.
    if (batch.length > 0 && bytes + document.length > BATCH_BYTES) break;
    batch.push(document);
    bytes += document.length;
    cursor.position += 1;
  }
  return batch;
}

export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private lastId = 0n;

  /** The first batch; the cursor stays open while there is more, unless one batch was all that is wanted. */
  start(namespace: string, results: Results, command: Document, singleBatch = false): Reply {
    this.lastId += 1n;
    const cursor: Cursor = {
      id: Long.fromBigInt(this.lastId),
      namespace,
      results,
      keepsAlive: command['noCursorTimeout'] === true,
      position: 0,
      usedAt: Date.now(),
    };
    const options = isDocument(command['cursor']) ? command['cursor'] : command;
    const documents = take(cursor, readNumber(options['batchSize'], FIRST_BATCH));
    const done = cursor.position >= results.length || singleBatch;
    if (!done) this.open.set(cursor.id.toString(), cursor);
    return { cursor: { name: 'firstBatch', documents, id: done ? Long.ZERO : cursor.id, namespace } };
  }

  /** The next batch; an exhausted cursor closes itself. Throws CursorNotFound. */
  more(id: string, batchSize: Document[string]): Reply {
    const cursor = this.open.get(id);
    if (!cursor) throw new CommandError(43, 'CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    const most = isNumber(batchSize) ? readNumber(batchSize, 0) : 0;
    if (most < 0) throw unsupported('a negative batchSize');
    const documents = take(cursor, most || Number.POSITIVE_INFINITY);
    const done = cursor.position >= cursor.results.length;
    if (done) this.open.delete(id);
    return { cursor: { name: 'nextBatch', documents, id: done ? Long.ZERO : cursor.id, namespace: cursor.namespace } };
  }

  /** True when it was open. */
  kill(id: string): boolean {
    return this.open.delete(id);
  }

  /** Ends cursors that nobody has asked for ten minutes, as mongod does. */
  endIdle(now: number): void {
    for (const [id, cursor] of this.open) if (!cursor.keepsAlive && now - cursor.usedAt > IDLE_MS) this.open.delete(id);
  }
}
