// What a resolver of this subgraph sees: the call, the rooms, and this request's loaders.
import type { Call, CallContext } from '@mosaic/kernel/subgraph/call';
import { type Loaders, openLoaders } from '../data/loaders.js';
import type { Rooms } from '../use-cases/rooms.js';

export interface UsersContext extends CallContext {
  readonly rooms: Rooms;
  readonly load: Loaders;
}

export const contextIn =
  (rooms: Rooms) =>
  (call: Call): UsersContext => ({ call, rooms, load: openLoaders(rooms, call.viewer) });
