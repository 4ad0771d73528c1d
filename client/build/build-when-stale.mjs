// Types the documents, lists the operations for the router and builds the app, unless what is built came from these very
// sources.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('..', import.meta.url));
const root = join(client, '..');
const stamp = join(client, 'dist/.built-from');
const SOURCES = ['src', 'public', 'build'];
const FILES = ['client/index.html', 'client/vite.config.ts', 'schema/api.graphql', 'package-lock.json'];

async function sources() {
  const found = await Promise.all(
    SOURCES.map(async (folder) => {
      const entries = await readdir(join(client, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    }),
  );
  const paths = found.flat().filter((path) => !path.includes('/generated/'));
  return [...paths, ...FILES.map((file) => join(root, file))].sort();
}

async function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const path of await sources()) hash.update(path.slice(root.length)).update(await readFile(path));
  return hash.digest('hex');
}

/** Resolves when the program exited 0; otherwise this process exits with its code. */
function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: client, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}

const wanted = await fingerprint();
const isThere = ['src/graph/generated/index.ts', 'operations.json'].every((path) => existsSync(join(client, path)));
const isBuilt = isThere && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted;
if (!isBuilt) {
  const began = Date.now();
  await run('build/generate.mjs');
  await run('build/write-operations.mjs');
  await run(join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn');
  await writeFile(stamp, wanted);
  console.log(`Built the app in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
