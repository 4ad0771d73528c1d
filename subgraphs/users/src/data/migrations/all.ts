// Every migration, oldest first, listed by class: nothing is searched for on disk.
import { FirstTables } from './m20261121-first-tables.js';

export const migrations = [{ name: '20261121-first-tables', class: FirstTables }];
