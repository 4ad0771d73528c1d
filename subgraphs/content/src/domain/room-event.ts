// What the log of a room holds: messages, and every change of who is in the room or what it is called.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Message } from './message.js';

export type RoomEventKind = 'MESSAGE' | 'MEMBER_ADDED' | 'MEMBER_REMOVED' | 'RENAMED';

export type RoomEvent =
  | { readonly kind: 'MESSAGE'; readonly message: Message }
  | { readonly kind: 'MEMBER_ADDED' | 'MEMBER_REMOVED'; readonly memberId: Id<'User'> }
  | { readonly kind: 'RENAMED' };

export type InboxChange = RoomEventKind | 'READ';

/** What a person's inbox says about one of their rooms. */
export interface InboxEntry {
  readonly roomId: Id<'Room'>;
  readonly change: InboxChange;
}
