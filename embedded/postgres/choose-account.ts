// Under which user PostgreSQL runs. It refuses to run as root, so root lends it an unprivileged one.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The user and group of the server. */
export interface Account {
  uid: number;
  gid: number;
}

/** Of the system's accounts without rights, every Linux and macOS has this one; the number is Linux's when `id` cannot say. */
const NOBODY = 65534;

/** Nothing when we are not root (the server is then us); otherwise the owner of an existing cluster, else `nobody`. */
export function chooseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

function numberOf(flag: '-u' | '-g'): number {
  try {
    return Number(execFileSync('id', [flag, 'nobody'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    // A minimal image may have neither `id` nor the account's name; the number is enough to run.
    return NOBODY;
  }
}
