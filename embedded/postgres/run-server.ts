// One running PostgreSQL server: started by us, or adopted because the process that started it died and left it.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { guardServer } from './guard-server.js';
import { readPostmaster, serves } from './read-postmaster.js';
import { serverArguments } from './server-arguments.js';

/** How long a server may recover after a crash before it counts as hung. */
const RECOVERY_LIMIT_MS = 60_000;
const FAST_SHUTDOWN_LIMIT_MS = 10_000;
const LINES_KEPT = 20;

export interface RunningServer {
  pid: number;
  port: number;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Stops it: open transactions are rolled back, everything committed stays. */
  stop(): Promise<void>;
}

/** The server ended before it accepted connections; `message` holds its last lines. */
export class ServerDidNotStart extends Error {}

/** Starts a server on the port and waits until it accepts connections. Throws ServerDidNotStart. */
export async function startServer(
  native: string,
  folder: DataFolder,
  port: number,
  log: (line: string) => void,
): Promise<RunningServer> {
  const child = spawn(join(native, 'bin', 'postgres'), serverArguments(folder, port), folder.spawnOptions());
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  const lastLines = follow(child, log);
  await Promise.race([ended, isReady(child, folder.cluster)]);
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new ServerDidNotStart(`PostgreSQL ended with ${child.exitCode ?? child.signalCode}: ${lastLines.join('\n')}`);
  }
  return guarded(child.pid!, port, folder, ended);
}

/** Takes over a server that already runs on this cluster. */
export function adoptServer(pid: number, port: number, folder: DataFolder): RunningServer {
  const ended = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (serves(pid, folder.cluster)) return;
      clearInterval(watch);
      resolve();
    }, 100);
  });
  return guarded(pid, port, folder, ended);
}

function guarded(pid: number, port: number, folder: DataFolder, ended: Promise<void>): RunningServer {
  const guard = guardServer(pid, folder.account);
  const gone = ended.then(() => guard.dismiss());
  const stop = async (): Promise<void> => {
    signal(pid, 'SIGINT', folder.cluster);
    const limit = setTimeout(() => signal(pid, 'SIGQUIT', folder.cluster), FAST_SHUTDOWN_LIMIT_MS);
    await gone;
    clearTimeout(limit);
  };
  return { pid, port, ended: gone, stop };
}

function signal(pid: number, name: NodeJS.Signals, cluster: string): void {
  if (serves(pid, cluster)) process.kill(pid, name);
}

function follow(child: ChildProcess, log: (line: string) => void): string[] {
  const lastLines: string[] = [];
  createInterface(child.stderr!).on('line', (line) => {
    lastLines.push(line);
    if (lastLines.length > LINES_KEPT) lastLines.shift();
    log(line);
  });
  child.stdout!.resume();
  return lastLines;
}

/** The server says so itself in `postmaster.pid`, and needs no connection for it. */
async function isReady(child: ChildProcess, cluster: string): Promise<void> {
  const limit = performance.now() + RECOVERY_LIMIT_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const found = readPostmaster(cluster);
    if (found?.pid === child.pid && found?.isReady) return;
    if (performance.now() > limit) child.kill('SIGQUIT');
    await sleep(10);
  }
  // It ended: what it said arrives with its 'close' event, which the caller waits for.
  await new Promise(() => undefined);
}
