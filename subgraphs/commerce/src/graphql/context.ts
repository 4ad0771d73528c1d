// What a resolver of this subgraph sees: the call, who asks, the rooms, and this request's loaders.
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import type { Call, CallContext } from '@mosaic/kernel/subgraph/call';
import type { Asker } from '../data/asker.js';
import { type Loaders, openLoaders } from '../data/loaders.js';
import type { PopularProducts } from '../data/popular-products.js';
import type { Rooms } from '../use-cases/rooms.js';

export interface CommerceContext extends CallContext {
  readonly asker: Asker;
  readonly rooms: Rooms;
  readonly load: Loaders;
  readonly popular: PopularProducts;
}

export const contextIn =
  (rooms: Rooms, popular: PopularProducts) =>
  (call: Call): CommerceContext => {
    const { viewer, guest } = call;
    const asker = { viewer, buyerId: viewer?.id ?? guest };
    return { call, asker, rooms, load: openLoaders(rooms.read, asker), popular };
  };

/** The User or Guest who buys; throws an UNAUTHENTICATED AccessError when there is neither. */
export function buyerOf({ asker }: CommerceContext): string {
  if (asker.buyerId === null) throw new AccessError('UNAUTHENTICATED');
  return asker.buyerId;
}
