// The Redis stand-in as its own process, from the build, for tests that kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../dist/redis/main.js', import.meta.url));

export interface RedisProcess {
  readonly child: ChildProcess;
  readonly port: number;
  /** Sends the signal and resolves with how the process ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts it and waits for its ready line. `stdio` of stdin and an IPC channel are up to the test. */
export async function spawnRedis(args: string[], channel: 'none' | 'ipc' | 'stdin' = 'none'): Promise<RedisProcess> {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    stdio: [channel === 'stdin' ? 'pipe' : 'ignore', 'pipe', 'inherit', ...(channel === 'ipc' ? ['ipc' as const] : [])],
  });
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  const ready = JSON.parse(line) as { ready: boolean; port: number };
  return {
    child,
    port: ready.port,
    async end(signal) {
      child.kill(signal);
      return untilExit(child);
    },
  };
}

export async function untilExit(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, signal: child.signalCode };
}

/** A directory of its own, removed by the function given back. */
export function temporaryDirectory(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mosaic-redis-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
