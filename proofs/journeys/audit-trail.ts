// The audit trail as admins read it, and as somebody with the keys of the database could change it.
import { inPostgres, onPostgres } from '../lab/look-inside.js';
import type { Person } from '../lab/person.js';

export interface Entry {
  position: number;
  action: string;
  actor: { displayName: string } | null;
  subject: { __typename: string; id: string } | null;
  previousDigest: string;
  digest: string;
}

/** All of a short trail, from its beginning. */
export async function trailOf(admin: Person): Promise<Entry[]> {
  const { auditTrail } = await admin.ask<{ auditTrail: { edges: { node: Entry }[] } }>(`{
    auditTrail(first: 100) {
      edges { node { position action actor { displayName } subject { __typename id } previousDigest digest } }
    }
  }`);
  return auditTrail.edges.map(({ node }) => node).reverse();
}

export async function verdictOf(admin: Person): Promise<object> {
  const document = '{ verifyAuditChain { isIntact entryCount digest brokenAt reason } }';
  return (await admin.ask<{ verifyAuditChain: object }>(document)).verifyAuditChain;
}

/** Runs a statement with the triggers that guard the trail switched off; answers how to put everything back. */
export async function tamper(url: string, statement: string): Promise<() => Promise<void>> {
  const rows = await inPostgres<{ position: number; actor_id: string }>(url, 'select * from audit_entries');
  const unguarded = (sql: string, values: unknown[] = []) =>
    onPostgres(url, async (client) => {
      await client.query('begin');
      await client.query('alter table audit_entries disable trigger user');
      await client.query(sql, values);
      await client.query('alter table audit_entries enable trigger user');
      await client.query('commit');
    });
  await unguarded(statement);
  return async () => {
    for (const { position, actor_id } of rows)
      await unguarded('update audit_entries set actor_id = $1 where position = $2', [actor_id, position]);
  };
}
