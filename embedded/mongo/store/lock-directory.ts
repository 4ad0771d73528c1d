// One server per data directory: holds a local socket named after it, which the kernel releases with the process.
import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function socketName(directory: string): string {
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 24);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\mosaic-mongo-${digest}`
    : join(tmpdir(), `mosaic-mongo-${digest}.sock`);
}

const listening = (name: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(name, () => resolve(server));
  });

const answers = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Takes the lock; returns what releases it. Rejects while another process, or this one, holds it. */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const name = socketName(directory);
  const server = await listening(name).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    if (await answers(name)) throw new Error(`another server is using ${directory}`);
    // Left over from a process that was killed.
    await unlink(name);
    return listening(name);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
