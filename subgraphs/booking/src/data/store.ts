// Opens the PostgreSQL store, migrated.
import { MikroORM } from '@mikro-orm/postgresql';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { migrate } from '@mosaic/kernel/stores/postgres-migrate';
import type { StoreOptions } from '@mosaic/kernel/stores/postgres-options';
import { migrationNames } from './migrations/names.js';
import { storeOptions } from './store-options.js';

/** Rejects within some seconds when the database cannot be reached or migrated. */
export async function openStore(scope: Scope, options: StoreOptions): Promise<MikroORM> {
  const orm = scope.own(MikroORM.initSync(storeOptions(options)), (open) => open.close(true));
  await migrate(orm, { names: migrationNames, load: () => import('./migrations/all.js') });
  return orm;
}

/** The store's sign of life. */
export const probeStore = (orm: MikroORM) => (): Promise<unknown> => orm.em.fork().execute('select 1');
