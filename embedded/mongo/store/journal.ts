// The append-only journal. Frames wait in a queue; one write and one fsync settle all that are waiting (group commit).
// When it has grown enough, a snapshot starts a new generation of files:
//   snapshot-<n> holds everything up to the start of journal-<n>; a start reads both, and any later journals.
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from './journal-entry.js';
import { encodeFrame } from './journal-frame.js';
import { syncDirectory, writeFully } from './write-fully.js';

export const journalName = (generation: number): string => `journal-${String(generation).padStart(8, '0')}.log`;

interface Waiter {
  resolve: () => void;
  reject: (error: Error) => void;
}

export interface JournalSettings {
  directory: string;
  generation: number;
  /** Called between two groups: returns a new generation's number when one should begin. */
  onGroup: (bytesInGeneration: number) => number | undefined;
  onFailure: (error: Error) => void;
}

export class Journal {
  private queue: Buffer[] = [];
  private waiters: Waiter[] = [];
  private running: Promise<void> | null = null;
  private failure: Error | null = null;
  private bytes: number;

  private constructor(
    private file: FileHandle,
    private readonly settings: JournalSettings,
    bytes: number,
  ) {
    this.bytes = bytes;
  }

  static async open(settings: JournalSettings): Promise<Journal> {
    const file = await openForAppending(settings.directory, settings.generation);
    return new Journal(file, settings, (await file.stat()).size);
  }

  /** Queues one frame. Order of calls is order on disk. */
  append(entries: JournalEntry[]): void {
    if (this.failure) throw this.failure;
    this.queue.push(encodeFrame(entries));
    this.start();
  }

  /** Resolves when everything appended before is on disk; rejects for good after the disk has refused a write. */
  synced(): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    if (!this.running) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiters.push({ resolve, reject }));
  }

  private start(): void {
    this.running ??= this.run()
      .catch((error: unknown) => this.fail(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        this.running = null;
      });
  }

  private async run(): Promise<void> {
    // Lets the commands that arrived together join the same group.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.queue.length > 0 || this.waiters.length > 0) {
      const frames = this.queue;
      const waiters = this.waiters;
      this.queue = [];
      this.waiters = [];
      const group = Buffer.concat(frames);
      try {
        await writeFully(this.file, group);
        await this.file.datasync();
      } catch (error) {
        this.waiters = [...waiters, ...this.waiters];
        throw error;
      }
      this.bytes += group.length;
      for (const waiter of waiters) waiter.resolve();
      const next = this.settings.onGroup(this.bytes);
      if (next !== undefined) await this.beginGeneration(next);
    }
  }

  /** Frames queued before this moment are part of the snapshot too; replaying an entry twice does no harm. */
  private async beginGeneration(generation: number): Promise<void> {
    const next = await openForAppending(this.settings.directory, generation);
    await this.file.close();
    this.file = next;
    this.bytes = 0;
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const waiter of this.waiters) waiter.reject(error);
    this.waiters = [];
    this.queue = [];
    this.settings.onFailure(error);
  }

  async close(): Promise<void> {
    while (this.running) await this.running;
    await this.file.close();
  }
}

async function openForAppending(directory: string, generation: number): Promise<FileHandle> {
  const file = await open(join(directory, journalName(generation)), 'a');
  // A file whose name is not on disk would be lost with everything in it.
  await syncDirectory(directory);
  return file;
}
