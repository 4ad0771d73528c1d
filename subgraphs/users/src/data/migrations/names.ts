// The names of all migrations: enough to know that there is nothing to do. A test holds this against all.ts.
export const migrationNames: readonly string[] = ['20261121-first-tables', '20261121-mails-coaches-audit'];
