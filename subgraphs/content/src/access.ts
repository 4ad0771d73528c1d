// Who may see or do what: pure predicates, used where records are loaded and where use cases decide.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from './domain/refusals.js';
import type { Room } from './domain/room.js';
import type { RoomMember } from './domain/room-member.js';

export const may = {
  /** A room, its members and its messages, whole, are for its present members. */
  seeRoom: (viewer: Viewer, room: Pick<Room, 'memberIds'>): boolean => room.memberIds.includes(viewer.id),

  /** Monitors, readings, rules, alerts and notifications are for their owner. */
  seeOwned: (viewer: Viewer, owned: { readonly ownerId: string }): boolean => owned.ownerId === viewer.id,

  /** What happens in all of this subgraph is counted for admins. */
  seeDashboard: (viewer: Viewer): boolean => viewer.role === 'ADMIN',

  /** The lists that hang on a User are that user's own. */
  seeListsOf: (viewer: Viewer | null, user: { readonly id: string }): boolean => viewer?.id === user.id,
} as const;

/** Refuses unless an owner of a group asks. */
export function mayChangeRoom(room: Room, member: RoomMember): Refusal | null {
  if (room.kind === 'DIRECT') return refuse('ROOM_IS_DIRECT');
  return member.role === 'OWNER' ? null : refuse('NOT_ROOM_OWNER');
}
