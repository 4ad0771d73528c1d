// One database and one role of the same name per subgraph; no role can connect to another's database.
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Passwords } from './passwords.js';

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const RESERVED = /^(pg_|postgres$|template)/;
/** Any constant: processes that make databases of one cluster take turns, since two REVOKEs of one row collide. */
const TURN = 7_203_450;

/** Makes or repairs role and database `name`. Throws a RangeError for a name that is not a plain lower-case word. */
export async function ensureDatabase(adminUrl: string, passwords: Passwords, name: string): Promise<void> {
  if (!NAME.test(name) || RESERVED.test(name))
    throw new RangeError(`Not a name for a database: ${JSON.stringify(name)}`);
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TURN]);
    await ensureRole(client, name, passwords.of(name));
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(name)}`);
    // PostgreSQL lets every role connect to every database until it is told not to.
    await client.query(`revoke all on database ${escapeIdentifier(name)}, postgres, template1 from public`);
  } finally {
    await client.end();
  }
}

// The password is set again every time: a start that was killed between writing it down and telling the server is repaired.
async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`);
}
