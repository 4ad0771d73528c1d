// A PostgreSQL database of its own for a test file: on DATABASE_URL's server when that is set, else on an embedded one.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { startPostgres } from '@mosaic/embedded/postgres/start-postgres';
import { idempotencyTables } from '../../stores/postgres-idempotency.js';
import { outboxTables } from '../../stores/postgres-outbox.js';

export interface PostgresLab {
  em: SqlEntityManager;
  /** A second pool on the same database, for what another process would do. */
  another(): Promise<SqlEntityManager>;
  close(): Promise<void>;
}

export async function openPostgres(): Promise<PostgresLab> {
  const { url, stop } = process.env['DATABASE_URL']
    ? await ownDatabase(process.env['DATABASE_URL'])
    : await ownServer();
  const pools: MikroORM[] = [];
  const open = async () => {
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      pool: { min: 0, max: 40 },
    });
    pools.push(orm);
    return orm.em.fork() as SqlEntityManager;
  };
  const em = await open();
  const tables = [...outboxTables, ...idempotencyTables, 'create table effect (note text not null)'];
  for (const statement of tables) await em.execute(statement);
  return {
    em,
    another: open,
    async close() {
      for (const pool of pools) await pool.close(true);
      await stop();
    },
  };
}

async function ownServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'mosaic-kernel-'));
  const server = await startPostgres({ dataDir });
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: await server.ensureDatabase('kernel'), stop };
}

async function ownDatabase(adminUrl: string) {
  const name = `kernel_${randomBytes(6).toString('hex')}`;
  const orm = await MikroORM.init({ clientUrl: adminUrl, entities: [], discovery: { warnWhenNoEntities: false } });
  const admin = orm.em.fork() as SqlEntityManager;
  await admin.execute(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const stop = async () => {
    await admin.execute(`drop database ${name} with (force)`);
    await orm.close(true);
  };
  return { url: url.href, stop };
}
