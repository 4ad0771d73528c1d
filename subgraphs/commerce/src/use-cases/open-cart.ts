// The buyer's cart; made when they never had one.
import type { Cart } from '../domain/cart.js';
import type { Rooms } from './rooms.js';

export const openCart = async ({ read, transact, mintId }: Rooms, buyerId: string): Promise<Cart> =>
  (await read.carts.of(buyerId)) ?? transact((unit) => unit.carts.take(buyerId, mintId));
