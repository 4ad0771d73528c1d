// Reads a cluster's `postmaster.pid` and says whether that server lives.
// Lines (PostgreSQL source, src/include/utils/pidfile.h): 1 pid, 2 data directory, 4 port, 8 status.
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
  isAlive: boolean;
}

/** Nothing when there is no such file, or one that is still being written. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0)) return undefined;
  return { pid, port, isReady: lines[7]?.trim() === 'ready', isAlive: serves(pid, cluster) };
}

/** True while `pid` is a server of this cluster; a pid that the system has given to another program is not. */
export function serves(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return exists(pid);
  try {
    // A server works in its data directory. A zombie has no directory any more, and the link of another user is unreadable.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
