// What a resolver of this subgraph sees: the call, who asks, the rooms, and this request's loaders.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { type Call, type CallContext, viewerOf } from '@mosaic/kernel/subgraph/call';
import type { Asker } from '../data/asker.js';
import { type Loaders, openLoaders } from '../data/loaders.js';
import type { Rooms } from '../use-cases/rooms.js';

export interface CoursesContext extends CallContext {
  readonly asker: Asker;
  readonly rooms: Rooms;
  readonly load: Loaders;
}

export const contextIn =
  (rooms: Rooms) =>
  (call: Call): CoursesContext => {
    const { viewer, guest, deadline } = call;
    const asker = { viewer, guest, deadline };
    return { call, asker, rooms, load: openLoaders(rooms.read, asker) };
  };

/** Who is signed in; throws an UNAUTHENTICATED AccessError when nobody is. */
export const signedIn = ({ call }: CoursesContext): Viewer => viewerOf(call);
