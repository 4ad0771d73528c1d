// A child's log on disk, bounded: at 10 MB it becomes `<name>.log.1`, and what was `.1` becomes `.2`.
import { closeSync, existsSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const LIMIT_BYTES = 10 * 1024 * 1024;

export class LogFile {
  private descriptor: number;
  private size: number;

  constructor(
    private readonly path: string,
    private readonly limit = LIMIT_BYTES,
  ) {
    this.descriptor = openSync(path, 'a', 0o600);
    this.size = fstatSync(this.descriptor).size;
  }

  /** Adds a line. A full disk loses the line, not the child. */
  write(line: string): void {
    try {
      if (this.size >= this.limit) this.rotate();
      this.size += writeSync(this.descriptor, `${line}\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private rotate(): void {
    closeSync(this.descriptor);
    if (existsSync(`${this.path}.1`)) renameSync(`${this.path}.1`, `${this.path}.2`);
    renameSync(this.path, `${this.path}.1`);
    this.descriptor = openSync(this.path, 'a', 0o600);
    this.size = 0;
  }
}
