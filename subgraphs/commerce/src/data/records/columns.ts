// The kinds of column that records share.
import { BigIntType } from '@mikro-orm/core';

/** Ids are compared byte by byte (collation "C", given in the migration), so that keysets mean the same everywhere. */
export const idColumn = { type: 'string', columnType: 'text' } as const;

/** An id of another record, as a plain string; its rows go when that record goes. */
export const idOf = <T extends object>(entity: () => new () => T, fieldName: string) =>
  ({ kind: 'm:1', entity, mapToPk: true, fieldName, columnType: 'text', deleteRule: 'cascade' }) as const;

export const text = { type: 'string', columnType: 'text' } as const;

export const instant = { type: 'datetime', columnType: 'timestamptz(3)' } as const;

/** Minor units of a currency: eight bytes in the table, a safe integer here. */
export const amount = { type: new BigIntType('number'), columnType: 'bigint' } as const;

export const json = { type: 'json', columnType: 'jsonb' } as const;
