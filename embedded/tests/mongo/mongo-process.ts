// The server in a process of its own, as the supervisor runs it. It runs what was built: `tsc -b` comes first.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/mongo/main.js', import.meta.url));

export interface MongoProcess {
  child: ChildProcess;
  port: number;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): Promise<number | string>;
}

/** Resolves when the process has said that it is ready; rejects with what it wrote when it ends before. */
export async function spawnMongo(dataDir: string, port = 0, more: string[] = [], ipc = false): Promise<MongoProcess> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: build first (npx tsc -b embedded)`);
  const child = spawn(process.execPath, [MAIN, '--data', dataDir, '--port', String(port), ...more], {
    stdio: ['pipe', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 0));
  });
  let errors = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    errors += String(chunk);
  });
  const ready = new Promise<{ ready: boolean; port: number }>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line)));
    void ended.then((code) => reject(new Error(`the server ended (${code}): ${errors}`)));
  });
  const line = await ready;
  return {
    child,
    port: line.port,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
