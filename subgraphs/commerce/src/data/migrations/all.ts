// Every migration, oldest first, listed by class: nothing is searched for on disk.
import { CatalogueAndCarts } from './m20261121-catalogue-and-carts.js';

export const migrations = [{ name: '20261121-catalogue-and-carts', class: CatalogueAndCarts }];
