/**
 * The open journal. Effects reach the operating system before their reply leaves, and the disk within a second
 * (appendfsync everysec): SIGKILL loses nothing acknowledged, a loss of power at most the last second.
 * When it has doubled since it was last rewritten, it is written anew from the data itself.
 */
import { closeSync, fstatSync, fsync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Effect, Engine, Journal } from '../execute/engine.js';
import { encodeFrame, FORMAT_LINE } from './frames.js';
import { syncDirectory, writeFully } from './write-fully.js';

const SYNC_EVERY_MS = 1000;
/** A journal smaller than this is never rewritten. */
const REWRITE_FROM_BYTES = 16 * 1024 * 1024;
const WRITE_BYTES = 1024 * 1024;

export class JournalFile implements Journal {
  private file: number;
  private size: number;
  private rewriteAt: number;
  private pending: Buffer[] = [];
  private unsynced = false;
  private syncing: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;

  /** Appends to the file at `path`, which exists and is sound. */
  constructor(
    private readonly path: string,
    private readonly engine: Engine,
  ) {
    this.file = openSync(path, 'a');
    this.size = fstatSync(this.file).size;
    this.rewriteAt = Math.max(REWRITE_FROM_BYTES, this.size * 2);
    this.timer = setInterval(() => this.startSync(), SYNC_EVERY_MS).unref();
  }

  append(at: number, effects: readonly Effect[]): void {
    this.pending.push(encodeFrame({ type: 'effects', at, effects }));
  }

  /** NOTE: throws when the disk refuses, which ends the process: it must not acknowledge what it cannot keep. */
  writeOut(): void {
    if (this.pending.length === 0) return;
    const bytes = this.pending.length === 1 ? this.pending[0]! : Buffer.concat(this.pending);
    this.pending = [];
    writeFully(this.file, bytes);
    this.size += bytes.length;
    this.unsynced = true;
    if (this.size > this.rewriteAt) this.rewrite();
  }

  /** Everything on disk, file closed. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.writeOut();
    await this.syncing;
    fsyncSync(this.file);
    closeSync(this.file);
  }

  private startSync(): void {
    this.writeOut();
    if (!this.unsynced || this.syncing) return;
    this.unsynced = false;
    this.syncing = new Promise<void>((resolve, reject) => {
      fsync(this.file, (failure) => (failure ? reject(failure) : resolve()));
    }).finally(() => {
      this.syncing = undefined;
    });
  }

  /** The data at this moment is exactly what the journal says, so it may take the place of the journal. */
  private rewrite(): void {
    const path = `${this.path}.new`;
    const file = openSync(path, 'w');
    this.size = writeSnapshot(file, this.engine);
    fsyncSync(file);
    renameSync(path, this.path);
    syncDirectory(dirname(this.path));
    const old = this.file;
    this.file = file;
    this.unsynced = false;
    this.rewriteAt = Math.max(REWRITE_FROM_BYTES, this.size * 2);
    // The old file may be on its way to the disk at this moment.
    void Promise.resolve(this.syncing).then(() => closeSync(old));
  }
}

/** Writes every key to the file and gives the number of bytes written. */
function writeSnapshot(file: number, engine: Engine): number {
  let buffered: Buffer[] = [FORMAT_LINE];
  let bufferedBytes = FORMAT_LINE.length;
  let written = 0;
  const flush = (): void => {
    writeFully(file, Buffer.concat(buffered));
    written += bufferedBytes;
    buffered = [];
    bufferedBytes = 0;
  };
  for (const { index, keys } of engine.databases.map((db) => ({ index: db.index, keys: db.entries() }))) {
    for (const { key, value, expiresAt } of keys) {
      const frame = encodeFrame({ type: 'key', database: index, key, value, expiresAt });
      buffered.push(frame);
      bufferedBytes += frame.length;
      if (bufferedBytes > WRITE_BYTES) flush();
    }
  }
  flush();
  return written;
}
