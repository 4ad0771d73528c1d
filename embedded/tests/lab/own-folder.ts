// A temporary folder of a test file, gone when its tests are over.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Mode 0700, as mkdtemp makes it: a directory that no other user can pass. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `mosaic-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
