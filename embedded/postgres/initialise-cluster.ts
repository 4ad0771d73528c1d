// Makes an empty cluster with `initdb`. It appears under its name only when it is complete: an interrupted start leaves no half.
import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { DataFolder } from './data-folder.js';

/** The name of the cluster's superuser, whose password only the launcher knows. */
export const SUPERUSER = 'postgres';

const DRAFT = 'cluster.draft';
const PASSWORD = 'cluster.password';

/** Takes about half a second. Throws with what `initdb` said when it fails. */
export async function initialiseCluster(native: string, folder: DataFolder, password: string): Promise<void> {
  const draft = join(folder.path, DRAFT);
  const passwordFile = join(folder.path, PASSWORD);
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (folder.account) {
    chownSync(draft, folder.account.uid, folder.account.gid);
    chownSync(passwordFile, folder.account.uid, folder.account.gid);
  }
  try {
    await runInitdb(native, folder);
    renameSync(draft, folder.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function runInitdb(native: string, folder: DataFolder): Promise<void> {
  const initdb = spawn(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${folder.seenByServer(DRAFT)}`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      `--pwfile=${folder.seenByServer(PASSWORD)}`,
      // The same cluster on every machine, whatever its locales are.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ],
    folder.spawnOptions(),
  );
  const ended = new Promise<number | null>((resolve, reject) => initdb.once('error', reject).once('close', resolve));
  const [code, , said] = await Promise.all([ended, text(initdb.stdout!), text(initdb.stderr!)]);
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.trim()}`);
}
