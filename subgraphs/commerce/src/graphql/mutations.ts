// Root fields that write, by subject.
import { CartMutations } from './cart-mutations.js';
import { CatalogueMutations } from './catalogue-mutations.js';
import { OrderMutations } from './order-mutations.js';

export const mutations = [CatalogueMutations, CartMutations, OrderMutations] as const;
