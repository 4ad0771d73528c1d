// Brings the database up to date at the start. The migrator is loaded only when there is something to do, because
// importing it costs a tenth of the start.
import type { MigrationObject, MikroORM } from '@mikro-orm/postgresql';

export const MIGRATIONS_TABLE = 'migrations';

export interface Migrations {
  /** Of all of them: enough to know that there is nothing to do. */
  readonly names: readonly string[];
  /** Oldest first. */
  load(): Promise<{ migrations: MigrationObject[] }>;
}

/**
 * Safe when two processes start together: the second waits for the first (an advisory lock, held by the transaction
 * that also runs the migrations, so that either all of them are there or none).
 */
export async function migrate(orm: MikroORM, { names, load }: Migrations): Promise<void> {
  if (await patiently(() => isUpToDate(orm, names))) return;
  const [{ Migrator }, { migrations }] = await Promise.all([import('@mikro-orm/migrations'), load()]);
  await orm.em.fork().transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtext('mosaic migrations'))");
    orm.config.set('migrations', { ...orm.config.get('migrations'), migrationsList: migrations });
    const transaction = em.getTransactionContext();
    if (!transaction) throw new Error('migrations run inside the transaction that holds their lock');
    await new Migrator(em).up({ transaction });
  });
}

const CONNECT_TRIES = 5;

/**
 * Again when the first connection took too long: a process that starts is busy with itself, and on a busy machine it looks
 * at its connection only after the second that the driver gives it. Throws what the last try threw.
 */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const isLate = error instanceof Error && error.message === 'timeout expired';
      if (!isLate || tries === CONNECT_TRIES) throw error;
    }
  }
}

async function isUpToDate(orm: MikroORM, names: readonly string[]): Promise<boolean> {
  const [found] = await orm.em
    .fork()
    .execute<{ table: string | null }[]>('select to_regclass(?) as table', [MIGRATIONS_TABLE]);
  if (!found?.table) return false;
  const rows = await orm.em.fork().execute<{ name: string }[]>(`select name from ${MIGRATIONS_TABLE}`);
  return names.every((name) => rows.some((row) => row.name === name));
}
