// A program in a process of its own that can be asked what it holds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Holdings } from './holdings.js';

const here = new URL('./', import.meta.url);

export interface Watched {
  readonly port: number;
  holdings(): Promise<Holdings>;
  stop(): void;
}

/** Resolves when the program has sent its parent a port; rejects when it ended before. It gets PATH, PORT=0 and `env`. */
export async function startWatched(program: string, env: Readonly<Record<string, string>>): Promise<Watched> {
  const probe = new URL('report-holdings.mjs', here).href;
  const child = spawn(process.execPath, ['--expose-gc', '--import', probe, fileURLToPath(new URL(program, here))], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  ended.catch(() => {});
  const said = async () => ((await Promise.race([once(child, 'message'), ended])) as [unknown])[0];
  const { port } = (await said()) as { port: number };
  return {
    port,
    async holdings() {
      child.send('holdings');
      return ((await said()) as { holdings: Holdings }).holdings;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
