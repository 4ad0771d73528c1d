// Starts one program of a benchmark as a process of its own, which goes when this one goes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onRoutersCore } from './cores.js';

export interface Launched {
  readonly pid: number;
  /** The next message from the program. Rejects when it ends first. */
  report(): Promise<unknown>;
  /** Asks a program that answers messages for its next report. */
  ask(): void;
  tell(message: object): void;
  stop(): void;
}

interface Launch {
  /** Whether it runs on the core that is set apart for the router. */
  readonly isRouter: boolean;
  /** Of V8: as router/README.md starts ours unless told. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const YOUNG_SPACE = ['--max-semi-space-size=64'];

// This file runs as proofs/dist/load/wire/launch.js.
const here = new URL('../', import.meta.url);

/** `program` is a path below proofs/dist/load, or an absolute one. Nothing of this process's environment goes along but PATH. */
export function launch(program: string, { isRouter, flags = isRouter ? YOUNG_SPACE : [], env = {} }: Launch): Launched {
  const args = [...flags, fileURLToPath(new URL(program, here))];
  const [command, rest] = isRouter ? onRoutersCore(args) : [process.execPath, args];
  const child = spawn(command, rest, {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  ended.catch(() => {});
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return {
    pid: child.pid!,
    report: async () => ((await Promise.race([once(child, 'message'), ended])) as [unknown])[0],
    ask: () => child.send('report'),
    tell: (message) => child.send(message),
    stop: () => child.kill('SIGKILL'),
  };
}
