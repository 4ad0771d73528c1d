// What the log of a room holds: messages, reactions to them, and every change of who is in the room or what it is called.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Message } from './message.js';

export type RoomEventKind = 'MESSAGE' | 'REACTED' | 'MEMBER_ADDED' | 'MEMBER_REMOVED' | 'RENAMED';

export type RoomEvent =
  | { readonly kind: 'MESSAGE'; readonly message: Message }
  /** Somebody reacted to a message, or took that back. */
  | { readonly kind: 'REACTED'; readonly messageId: Id<'Message'> }
  | { readonly kind: 'MEMBER_ADDED' | 'MEMBER_REMOVED'; readonly memberId: Id<'User'> }
  | { readonly kind: 'RENAMED' };

/** Reactions stay in their room: they do not move it to the top of anybody's inbox. */
export type InboxChange = Exclude<RoomEventKind, 'REACTED'> | 'READ';

/** What a person's inbox says about one of their rooms. */
export interface InboxEntry {
  readonly roomId: Id<'Room'>;
  readonly change: InboxChange;
}
