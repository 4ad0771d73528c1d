// The two that are measured: our router in front of a room, and a bare broadcast of the same bytes.
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { compose } from '@mosaic/schema/compose/compose';
import { residentMebibytes } from '../resident-memory.js';
import { type Launched, launch } from '../wire/launch.js';
import { SDL } from './bytes.js';

export interface Held {
  /** Objects of JavaScript. */
  readonly heap: number;
  /** All memory of the process, with what its heap keeps for later. */
  readonly resident: number;
}

export interface Contestant {
  readonly name: string;
  readonly pid: number;
  /** Where the crowd connects, and where it says when the next message may be said. */
  readonly port: number;
  readonly line: number;
  /** What it holds when its garbage is collected, in KiB. */
  held(): Promise<Held>;
  stop(): void;
}

const ROUTER = '../../../router/dist/main.js';
const NODE_OPTIONS = `--import=${new URL('collect-garbage.js', import.meta.url)}`;

export async function startRouter(supergraphPath: string): Promise<Contestant> {
  const room = launch('live/room.js', { isRouter: false });
  const { port: roomPort, line } = (await room.report()) as { port: number; line: number };
  const { supergraph } = compose([{ name: 'chat', url: `http://127.0.0.1:${roomPort}/graphql`, sdl: SDL }]);
  await writeFile(supergraphPath, supergraph);
  const env = { SUPERGRAPH_PATH: supergraphPath, PORT: '0', LOG_LEVEL: 'WARNING', NODE_OPTIONS };
  const router = launch(ROUTER, { isRouter: true, env });
  const { port } = (await router.report()) as { port: number };
  return { name: 'router', pid: router.pid, port, line, held: () => heldBy(router), stop: () => stopAll(router, room) };
}

export async function startBroadcast(): Promise<Contestant> {
  const broadcast = launch('live/broadcast.js', { isRouter: true, env: { NODE_OPTIONS } });
  const { port, line } = (await broadcast.report()) as { port: number; line: number };
  return {
    name: 'bare ws broadcast',
    pid: broadcast.pid,
    port,
    line,
    held: () => heldBy(broadcast),
    stop: () => stopAll(broadcast),
  };
}

async function heldBy(child: Launched): Promise<Held> {
  let heapUsed = 0;
  for (let times = 0; times < 2; times += 1) {
    process.kill(child.pid, 'SIGUSR2');
    ({ heapUsed } = (await child.report()) as { heapUsed: number });
    await pause(1_000); // freed pages go back to the system a little later
  }
  return { heap: heapUsed / 1_024, resident: residentMebibytes(child.pid) * 1_024 };
}

function stopAll(...all: readonly Launched[]): void {
  for (const each of all) each.stop();
}
