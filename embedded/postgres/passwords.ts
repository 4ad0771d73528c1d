// The random passwords of a cluster's roles, kept beside it in a file that only we can read.
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The passwords of one data folder, by role. */
export class Passwords {
  private readonly file: string;
  private readonly known: Record<string, string>;

  constructor(dataDir: string) {
    this.file = join(dataDir, 'passwords.json');
    this.known = read(this.file);
  }

  has(role: string): boolean {
    return role in this.known;
  }

  /** The password of a role; a new one is on disk before this returns, so that no role ever has a password nobody knows. */
  of(role: string): string {
    const known = this.known[role];
    if (known) return known;
    const fresh = randomBytes(24).toString('base64url');
    this.known[role] = fresh;
    this.save();
    return fresh;
  }

  private save(): void {
    const draft = `${this.file}.${process.pid}.draft`;
    const descriptor = openSync(draft, 'w', 0o600);
    writeSync(descriptor, `${JSON.stringify(this.known, null, 2)}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(draft, this.file);
  }
}

function read(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
