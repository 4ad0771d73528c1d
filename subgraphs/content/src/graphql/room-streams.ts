// Live streams of rooms. Access is judged at each event: the log itself says from which place on somebody is out.
import { randomUUID } from 'node:crypto';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { eventIdOf, followFor, mapSome, startOf } from '../data/live/follow-for.js';
import { refuse } from '../domain/refusals.js';
import type { RoomEvent } from '../domain/room-event.js';
import { inboxTopic, roomTopic } from '../domain/topics.js';
import { User } from '../domain/user.js';
import { askerOf, type ContentContext } from './context.js';
import type { InboxChanged, MessageAdded, TypingChanged } from './types/live-types.js';

const isOut = () => new RefusedError(refuse('MEMBERSHIP_ENDED'));

/** A stream outlives the deadline of the call that began it. */
const live = ({ deadline: _over, ...viewer }: Asker): Asker => viewer;

/**
 * Messages of a room after `after`, or from now on. Throws RefusedError NOT_FOUND, BAD_CURSOR, RESYNC_REQUIRED; ends
 * with MEMBERSHIP_ENDED at the event that puts the asker out.
 */
export function messagesOf(context: ContentContext, roomId: string, after: string | null | undefined) {
  return eventsOf(context, roomId, after, (body) =>
    body.kind === 'MESSAGE' ? ({ message: body.message } satisfies Partial<MessageAdded>) : null,
  );
}

/** What changes about the messages of a room, in the same way. The event ids are places in the same log. */
export function changesOf(context: ContentContext, roomId: string, after: string | null | undefined) {
  return eventsOf(context, roomId, after, (body) => {
    if (body.kind === 'REACTED') return { change: 'REACTIONS', messageId: body.messageId } as const;
    const answered = body.kind === 'MESSAGE' ? body.message.parentId : null;
    return answered === null ? null : ({ change: 'REPLIES', messageId: answered } as const);
  });
}

async function eventsOf<P extends object>(
  context: ContentContext,
  roomId: string,
  after: string | null | undefined,
  show: (event: RoomEvent) => P | null,
): Promise<AsyncIterableIterator<P & { eventId: string; occurredAt: Date }>> {
  const asker = live(askerOf(context));
  const { logs, read, seal, wakeUps } = context.rooms;
  const following = { log: logs.room, wakeUps, seal, topic: roomTopic(roomId), viewerId: asker.id };
  const isMember = () => read.isMember(asker, roomId);
  // Membership is looked at before the cursor, so that no answer tells a stranger that the room exists; and again after
  // the start is known, so that a removal between the two lies behind the start and is met in the log.
  if (!(await isMember())) throw new RefusedError(refuse('NOT_FOUND'));
  const start = await startOf(following, after);
  if (!(await isMember())) throw isOut();

  return followFor(following, start, async ({ seq, occurredAt, body }) => {
    // An earlier removal met while catching up does not count when they were let in again since.
    if (body.kind === 'MEMBER_REMOVED' && body.memberId === asker.id && !(await isMember())) throw isOut();
    const shown = show(body);
    return shown && { ...shown, eventId: eventIdOf(following, seq), occurredAt };
  });
}

/** What changes in the asker's rooms, after `after` or from now on. Throws RefusedError BAD_CURSOR, RESYNC_REQUIRED. */
export async function inboxOf(
  context: ContentContext,
  after: string | null | undefined,
): Promise<AsyncIterableIterator<InboxChanged>> {
  const asker = live(askerOf(context));
  const { logs, seal, wakeUps } = context.rooms;
  const following = { log: logs.inbox, wakeUps, seal, topic: inboxTopic(asker.id), viewerId: asker.id };
  const start = await startOf(following, after);
  return followFor(following, start, ({ seq, occurredAt, body: { roomId, change } }) => ({
    eventId: eventIdOf(following, seq),
    occurredAt,
    roomId,
    change,
  }));
}

/** Who of the others types: those who do now, then each change. Throws RefusedError NOT_FOUND; ends with MEMBERSHIP_ENDED. */
export async function typistsOf(
  context: ContentContext,
  roomId: string,
): Promise<AsyncIterableIterator<TypingChanged>> {
  const asker = live(askerOf(context));
  const { clock, read, typing } = context.rooms;
  if (!(await read.isMember(asker, roomId))) throw new RefusedError(refuse('NOT_FOUND'));
  return mapSome(typing.watch(roomId), async ({ key, state }) => {
    if (!(await read.isMember(asker, roomId))) throw isOut();
    if (key === asker.id) return null;
    return { eventId: randomUUID(), occurredAt: clock.now(), user: new User(key), isTyping: state === true };
  });
}
