// The project's hand-written TypeScript files, as git knows them, with what each imports.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** As written: './x.js', '@mosaic/kernel/values/ids', 'graphql'. */
  readonly imports: readonly string[];
}

const subgraphs = readdirSync(`${root}subgraphs`);

const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Tracked files and new ones that git does not ignore. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
    cwd: root,
  });
  return [...new Set(listed.toString().split('\n').filter(Boolean))].flatMap((path) => {
    let text: string;
    try {
      text = readFileSync(`${root}${path}`, 'utf8');
    } catch {
      return []; // deleted in the work tree, still in the index
    }
    const imports = [...text.matchAll(IMPORT)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
    return [{ path, text, lines: text.trimEnd().split('\n').length, imports }];
  });
}

/** The path an import of ours points at (from the root, no extension), or null for a package of somebody else. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    return new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.(js|ts|tsx|mjs)$/, '');
  }
  if (specifier.startsWith('@/')) return `client/src/${specifier.slice('@/'.length)}`;
  const ours = /^@mosaic\/([^/]+)\/(.+)$/.exec(specifier);
  if (!ours) return null;
  const [, name = '', rest = ''] = ours;
  if (subgraphs.includes(name)) return `subgraphs/${name}/src/${rest}`;
  return name === 'router' ? `router/src/${rest}` : `${name}/${rest}`;
}
