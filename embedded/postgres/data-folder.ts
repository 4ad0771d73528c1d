// The folder that holds one cluster (`cluster/`), its passwords and nothing else, and how the server's user reaches it.
import { type SpawnOptions } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, chooseAccount } from './choose-account.js';

/** The descriptor under which a child of ours finds the data folder. */
const FOLDER_DESCRIPTOR = 3;

/** One open data folder; close it when the children that use it are started. */
export interface DataFolder {
  /** Our own path of the folder. */
  path: string;
  /** Our own path of the cluster. */
  cluster: string;
  account: Account | undefined;
  /** The path of a file in the folder, as the server's user names it. */
  seenByServer(name: string): string;
  /** Options that start a program as the server's user with its output piped. */
  spawnOptions(): SpawnOptions;
  close(): void;
}

/**
 * Makes and opens the folder. As root on Linux the server reaches it by an inherited descriptor: it runs as an unprivileged
 * user, and the directories above may not let that user pass. proc(5): /proc/self/fd/N is followed without passing them.
 */
export function openDataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir);
  const cluster = join(path, 'cluster');
  mkdirSync(path, { recursive: true });
  const account = chooseAccount(cluster);
  // Others may pass to `cluster/` (its own mode is 0700) but may not list the folder.
  chmodSync(path, account ? 0o711 : 0o700);
  const descriptor = account && process.platform === 'linux' ? openSync(path, 'r') : undefined;
  const seenAs = descriptor === undefined ? path : `/proc/self/fd/${FOLDER_DESCRIPTOR}`;
  return {
    path,
    cluster,
    account,
    seenByServer: (name) => join(seenAs, name),
    spawnOptions: () => ({
      ...account,
      cwd: '/',
      // Nothing of our environment: LANG may be unset or wrong, and PG* variables would change what the server does.
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      // Its own session: Ctrl-C in a terminal must not reach the server before its clients are drained.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(descriptor === undefined ? [] : [descriptor])],
    }),
    close: () => descriptor !== undefined && closeSync(descriptor),
  };
}
