// Brings the database up to date at the start. The migrator is loaded only when there is something to do, because
// importing it costs a tenth of the start.
import type { MikroORM } from '@mikro-orm/postgresql';
import { migrationNames } from './migrations/names.js';
import { MIGRATIONS_TABLE } from './store-options.js';

/**
 * Safe when two processes start together: the second waits for the first (an advisory lock, held by the transaction
 * that also runs the migrations, so that either all of them are there or none).
 */
export async function migrate(orm: MikroORM): Promise<void> {
  if (await isUpToDate(orm)) return;
  const [{ Migrator }, { migrations }] = await Promise.all([
    import('@mikro-orm/migrations'),
    import('./migrations/all.js'),
  ]);
  await orm.em.fork().transactional(async (em) => {
    await em.execute("select pg_advisory_xact_lock(hashtext('mosaic migrations'))");
    orm.config.set('migrations', { ...orm.config.get('migrations'), migrationsList: migrations });
    const transaction = em.getTransactionContext();
    if (!transaction) throw new Error('migrations run inside the transaction that holds their lock');
    await new Migrator(em).up({ transaction });
  });
}

async function isUpToDate(orm: MikroORM): Promise<boolean> {
  const [found] = await orm.em
    .fork()
    .execute<{ table: string | null }[]>('select to_regclass(?) as table', [MIGRATIONS_TABLE]);
  if (!found?.table) return false;
  const rows = await orm.em.fork().execute<{ name: string }[]>(`select name from ${MIGRATIONS_TABLE}`);
  return migrationNames.every((name) => rows.some((row) => row.name === name));
}
