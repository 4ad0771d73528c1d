// Root fields that write, by subject.
import { CartMutations } from './cart-mutations.js';
import { CatalogueMutations } from './catalogue-mutations.js';

export const mutations = [
  CatalogueMutations,
  CartMutations,
  // orders and payments:
] as const;
