// Every migration, oldest first, listed by class: nothing is searched for on disk.
import { CatalogueAndCarts } from './m20261121-catalogue-and-carts.js';

import { OrdersAndLedger } from './m20261121-orders-and-ledger.js';

export const migrations = [
  { name: '20261121-catalogue-and-carts', class: CatalogueAndCarts },
  { name: '20261121-orders-and-ledger', class: OrdersAndLedger },
];
