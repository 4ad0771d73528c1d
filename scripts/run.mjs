// Small helpers of the scripts: run a program in the project's root, inheriting the terminal.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Resolves when the program exited 0; otherwise this process exits with its code. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => (code === 0 ? resolve() : process.exit(code ?? (signal ? 1 : 0))));
  });
}

export const node = (script, ...args) => run(process.execPath, [script, ...args]);
/** The services into their dist folders, the app into client/dist; each only when its sources changed. */
export const build = () =>
  Promise.all([node('node_modules/typescript/bin/tsc', '-b'), node('client/build/build-when-stale.mjs')]);
