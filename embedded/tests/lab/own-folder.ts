// Temporary folders of a test file, gone when its tests are over.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
// Registered when a test file imports this, so before its own hooks: vitest runs it after them.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Mode 0700, as mkdtemp makes it: a directory that no other user can pass. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `mosaic-${name}-`));
  folders.push(folder);
  return folder;
}
