// The standalone router in a process of its own, and what can be seen of it from outside: its memory, its connections to
// a subgraph, and when its log says that a circuit opened or closed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { residentMebibytes } from '../../load/resident-memory.js';

const PROGRAM = fileURLToPath(new URL('../../../router/dist/main.js', import.meta.url));

interface Circuit {
  readonly isOpen: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface RouterApart {
  readonly port: number;
  /** Its turns, the earliest first. */
  readonly circuit: readonly Circuit[];
  /** Looks again and again until it is called off. */
  watch(subgraphPort: number): Lookout;
  stop(): void;
}

interface Lookout {
  /** The most that was seen at once: mebibytes of resident memory, and established connections to the subgraph. */
  readonly most: Readonly<{ memory: number; connections: number }>;
  callOff(): void;
}

const LOOK_EVERY_MS = 100;

/** Resolves when it serves; rejects when it ended before. It gets PATH, PORT=0 and `env`. */
export async function startRouterApart(env: Readonly<Record<string, string>>): Promise<RouterApart> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const circuit: Circuit[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const { msg, ts } = JSON.parse(line) as { msg: string; ts: string };
    if (msg.includes('its circuit is')) circuit.push({ isOpen: msg.endsWith('open'), at: Date.parse(ts) });
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the router ended with ${code}`);
  });
  ended.catch(() => {});
  const [{ port }] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
  return {
    port,
    circuit,
    watch: (subgraphPort) => look(child.pid!, subgraphPort),
    stop: () => child.kill('SIGKILL'),
  };
}

function look(pid: number, port: number): Lookout {
  const most = { memory: 0, connections: 0 };
  const looking = setInterval(() => {
    most.memory = Math.max(most.memory, residentMebibytes(pid));
    most.connections = Math.max(most.connections, establishedTo(port));
  }, LOOK_EVERY_MS);
  return { most, callOff: () => clearInterval(looking) };
}

/**
 * Established TCP connections over IPv4 to this port, as the kernel of Linux counts them (proc(5), net/tcp): state 01,
 * and the port in hexadecimal after the remote address.
 */
function establishedTo(port: number): number {
  const to = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  return lines.filter((line) => {
    const [, , remote, state] = line.trim().split(/\s+/);
    return state === '01' && remote?.endsWith(to);
  }).length;
}
