// What a resolver of this subgraph sees: the call, who asks, the rooms, and this request's loaders.
import type { Call, CallContext } from '@mosaic/kernel/subgraph/call';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import type { Asker } from '../data/asker.js';
import { type Loaders, openLoaders } from '../data/loaders.js';
import type { Rooms } from '../use-cases/rooms.js';

export interface MediaContext extends CallContext {
  /** Null when nobody is signed in. */
  readonly asker: Asker | null;
  readonly rooms: Rooms;
  readonly load: Loaders;
}

export const contextIn =
  (rooms: Rooms) =>
  (call: Call): MediaContext => {
    const { viewer, deadline } = call;
    // A deadline that has passed was for the beginning of something that goes on.
    const asker = viewer && { ...viewer, ...(deadline.remaining() > 0 && { deadline }) };
    return { call, asker, rooms, load: openLoaders(rooms.read, asker) };
  };

/** Who asks; throws an UNAUTHENTICATED AccessError when nobody is signed in. */
export const askerOf = ({ asker, call }: MediaContext): Asker => asker ?? viewerOf(call);
