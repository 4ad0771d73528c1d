// The names of all migrations: enough to know that there is nothing to do. A test holds this against all.ts.
export const migrationNames: readonly string[] = ['20261121-catalogue-and-carts', '20261121-orders-and-ledger'];
