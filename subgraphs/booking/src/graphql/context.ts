// What a resolver of this subgraph sees: the call, who asks, the rooms, and this request's loaders.
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import type { Call, CallContext } from '@mosaic/kernel/subgraph/call';
import { type Loaders, openLoaders } from '../data/loaders.js';
import { type Asker, actorOf } from '../domain/asker.js';
import type { Rooms } from '../use-cases/rooms.js';

export interface BookingContext extends CallContext {
  readonly asker: Asker;
  readonly rooms: Rooms;
  readonly load: Loaders;
}

export const contextIn =
  (rooms: Rooms) =>
  (call: Call): BookingContext => {
    const asker = { viewer: call.viewer, guest: call.guest };
    return { call, asker, rooms, load: openLoaders(rooms.read, asker, rooms.clock) };
  };

/** The asker, where guests may act; throws an UNAUTHENTICATED AccessError when it is nobody at all. */
export function buyerOf({ asker }: BookingContext): Asker {
  if (!actorOf(asker)) throw new AccessError('UNAUTHENTICATED');
  return asker;
}
