// Root's project may lie where the server's unprivileged user cannot go (a directory of mode 0700 on the way).
// Then the binaries are copied, once, to a public directory that only root can write.
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The directory itself, or a complete copy of it that every user can read. Throws when no public directory can take the copy. */
export function publishBinaries(native: string): string {
  if (isPublic(native)) return native;
  const files = listFiles(native);
  const name = `mosaic-postgres-${createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)}`;
  const failures: string[] = [];
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (!isPublic(place)) continue;
    const copy = join(place, name);
    try {
      if (!isTrusted(copy, files)) copyInto(copy, native);
      return copy;
    } catch (error) {
      failures.push(`${copy}: ${(error as Error).message}`);
    }
  }
  throw new Error(`${native} is private and no public directory could take a copy of it. ${failures.join('; ')}`);
}

/** True when any user may pass every directory on the way and enter this one. */
export function isPublic(path: string): boolean {
  const passable = ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o001) !== 0;
  return passable && (path === dirname(path) || isPublic(dirname(path)));
}

/** A copy is used again only when nobody else can have written it and no cleaner has taken a file from it. */
function isTrusted(copy: string, files: string[]): boolean {
  const found = lstatSync(copy, { throwIfNoEntry: false });
  if (!found) return false;
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0)
    throw new Error('it belongs to somebody else');
  return listFiles(copy).join('\n') === files.join('\n');
}

// The copy appears whole by a rename: a start beside us sees all of it or nothing.
function copyInto(copy: string, native: string): void {
  const draft = mkdtempSync(`${copy}-`);
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
    openToAll(draft);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // The start beside us was first.
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
}

// An installation made under a strict umask is readable by root alone.
function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pgxs' && basename(path) !== 'pkgconfig';
}

function listFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => isNeeded(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(root, path);
      return [`${path} ${lstatSync(join(root, path)).size}`];
    })
    .sort();
}
