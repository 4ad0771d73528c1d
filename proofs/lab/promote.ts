// A role given from the command line, as the first admin's is.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { Person } from './person.js';

const run = promisify(execFile);
const grantRole = fileURLToPath(new URL('../../subgraphs/users/dist/grant-role.js', import.meta.url));

/** The same person with the role. It ends their sessions, so they are signed in again. */
export async function promote(world: World, person: Person, role: 'COACH' | 'ADMIN'): Promise<Person> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: world.urls.databases.users };
  await run(process.execPath, [grantRole, person.account.email, role], { env });
  return Person.signIn(world.urls.router[0] ?? '', person.account);
}
