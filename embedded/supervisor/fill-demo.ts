// Fills the demo world once, on the first start of a data directory. The demo itself is another program: it works through the
// use cases of the subgraphs and leaves its accounts in the file it is given, `<dataDir>/demo.json`: the sign that it was filled.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';

export interface DemoAccount {
  email: string;
  password: string;
  role: string;
  /** What this account sees that is worth a look. */
  hint?: string;
}

/** A machine that is too busy may break a filling; the next one goes on where it was. */
const TRIES = 3;
const PAUSE = 1_000;

/** Runs the program unless the world is filled. A failure is printed and tried again at the next start: it does not stop the world. */
export async function fillDemo(
  program: string,
  dataDir: string,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const file = join(dataDir, 'demo.json');
  if (existsSync(file)) return;
  let how = await run(program, file, env, signal);
  for (let tries = 1; how !== 0 && tries < TRIES && !signal.aborted; tries += 1) {
    await pass(PAUSE);
    how = await run(program, file, env, signal);
  }
  if (how === 0 && !existsSync(file)) writeFileSync(file, '{"accounts":[]}\n', { mode: 0o600 });
  if (how !== 0 && !signal.aborted)
    console.error(
      `The demo world is not complete (${how}): the next start goes on with it, npm run reset starts afresh`,
    );
}

/** The code or the signal it ended with. */
async function run(program: string, file: string, env: Record<string, string>, signal: AbortSignal) {
  const demo = spawn(process.execPath, [program, file], { env, stdio: 'inherit' });
  const stop = (): void => void demo.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const how = await new Promise<number | string | null>((done, reject) => {
    demo.once('error', reject);
    demo.once('exit', (code, name) => done(code ?? name));
  });
  signal.removeEventListener('abort', stop);
  return how;
}

/** The demo's accounts; none when it was never filled. */
export function demoAccounts(dataDir: string): DemoAccount[] {
  const file = join(dataDir, 'demo.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { accounts?: DemoAccount[] }).accounts ?? [];
}
