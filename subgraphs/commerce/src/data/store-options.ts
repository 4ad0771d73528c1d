// What the ORM maps.
import { defineConfig } from '@mikro-orm/postgresql';
import { postgresOptions, type StoreOptions } from '@mosaic/kernel/stores/postgres-options';
import { seconds } from '@mosaic/kernel/values/time';
import { records, statementTables } from './records/records.js';

export const storeOptions = (options: StoreOptions) =>
  defineConfig({
    // Rows that many want, such as the last pair of shoes, are queued for: longer than elsewhere.
    ...postgresOptions(options, { max: 12, patience: seconds(5) }),
    entities: [...records],
    schemaGenerator: { skipTables: [...statementTables] },
  });
