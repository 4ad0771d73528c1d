// SIGKILL for the database server itself; the process beside it, which the supervisor knows, only watches it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The first line of `postmaster.pid` is the server's pid. Its workers end when they find it gone. */
export async function killPostgres(dataDir: string): Promise<void> {
  const [pid] = (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
