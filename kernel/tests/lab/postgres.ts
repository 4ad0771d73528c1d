// A PostgreSQL database of its own for a test file, with the kernel's tables.
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '@mosaic/embedded/postgres/open-database';
import { idempotencyTables } from '../../stores/postgres-idempotency.js';
import { outboxTables } from '../../stores/postgres-outbox.js';

export interface PostgresLab {
  em: SqlEntityManager;
  /** A second pool on the same database, for what another process would do. */
  another(): Promise<SqlEntityManager>;
  close(): Promise<void>;
}

export async function openPostgres(): Promise<PostgresLab> {
  const { url, close } = await openDatabase();
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
      await close();
    },
  };
}
