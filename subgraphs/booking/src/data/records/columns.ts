// The kinds of column that every record shares.

/** Ids are compared byte by byte (collation "C", given in the migration), so that keysets mean the same everywhere. */
export const idColumn = { type: 'string', columnType: 'text' } as const;

/** An id of another record, as a plain string; its rows go when that record goes. */
export const idOf = <T extends object>(entity: () => new () => T, fieldName: string) =>
  ({ kind: 'm:1', entity, mapToPk: true, fieldName, columnType: 'text', deleteRule: 'cascade' }) as const;

export const text = { type: 'string', columnType: 'text' } as const;

export const integer = { type: 'integer', columnType: 'integer' } as const;

/** Whole minor units of money: beyond 32 bits, always a safe integer. */
export const minorUnits = { type: 'bigint', columnType: 'bigint', runtimeType: 'number' } as const;

export const flag = { type: 'boolean', columnType: 'boolean' } as const;

export const instant = { type: 'datetime', columnType: 'timestamptz(3)' } as const;
