// What the tables hold, for tests that must not trust an answer.
import { createHash } from 'node:crypto';
import type { Lab } from './open-lab.js';

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

export async function rowsOf<T extends object>({ rooms }: Lab, sql: string, parameters: unknown[] = []): Promise<T[]> {
  return rooms.orm.em.fork().execute<T[]>(sql, parameters);
}

export async function numberOf(lab: Lab, sql: string, parameters: unknown[] = []): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(lab, `select count(*)::int as n from ${sql}`, parameters);
  return row?.n ?? -1;
}

export const childrenOf = (lab: Lab, token: string) =>
  numberOf(lab, 'refresh_tokens where parent_hash = ?', [hashOf(token)]);

export async function sessionOf(lab: Lab, token: string): Promise<string> {
  const sql = 'select session_id from refresh_tokens where hash = ?';
  const [row] = await rowsOf<{ session_id: string }>(lab, sql, [hashOf(token)]);
  if (!row) throw new Error('no such token');
  return row.session_id;
}

/** Tokens of a session that could be spent now. */
export const liveTokens = (lab: Lab, sessionId: string) =>
  numberOf(
    lab,
    `refresh_tokens token join sessions session on session.id = session_id
     where session_id = ? and used_at is null and ended_at is null`,
    [sessionId],
  );
