// npm run schema: writes the generated files; with --check it only compares, and exits 1 naming what is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { emit } from './emit.js';

const root = new URL('../../../', import.meta.url);
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const [path, text] of await emit(root)) {
  const file = new URL(path, root);
  const committed = await readFile(file, 'utf8').catch(() => null);
  if (committed === text) continue;
  stale.push(path);
  if (isCheck) continue;
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}

const verb = isCheck ? 'stale' : 'written';
process.stdout.write(stale.length > 0 ? `${verb}: ${stale.join(', ')}\n` : 'schema/ is up to date\n');
if (isCheck && stale.length > 0) process.exitCode = 1;
