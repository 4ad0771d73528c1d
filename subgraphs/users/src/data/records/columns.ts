// The two kinds of column that every record shares.

/** Ids are compared byte by byte (collation "C", given in the migration), so that keysets mean the same everywhere. */
export const idColumn = { type: 'string', columnType: 'text' } as const;

export const instant = { type: 'datetime', columnType: 'timestamptz(3)' } as const;
