// Whom an album is shared with: people one by one, or the people of an event for as long as they belong to it.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Asker } from '../data/asker.js';
import { type Album, MOST_SHARES } from '../domain/album.js';
import { refuse } from '../domain/refusals.js';
import { changeAlbum } from './change-album.js';
import type { Rooms } from './rooms.js';

export interface ShareAlbum {
  readonly albumId: string;
  readonly userIds?: readonly string[] | null;
  readonly eventId?: string | null;
}

const badWhom = () => refuse('BAD_INPUT', { reason: 'give userIds, an eventId, or both' });

/** Sharing again changes nothing. Refuses NOT_FOUND (also an event the asker does not belong to), BAD_INPUT, TOO_MANY. */
export async function shareAlbum(
  rooms: Rooms,
  asker: Asker,
  { albumId, userIds, eventId }: ShareAlbum,
): Promise<Album | Refusal> {
  const people = userIds ?? [];
  if (people.length === 0 && eventId == null) return badWhom();
  if (people.some((id) => !isIdOf('User', id)))
    return refuse('BAD_INPUT', { reason: 'this is not the id of a user' }).at('userIds');
  if (eventId != null && !(await rooms.read.eventsOf(asker)).includes(eventId))
    return refuse('NOT_FOUND').at('eventId');
  return changeAlbum(rooms, asker, albumId, (album) => {
    const shared = {
      userIds: [...new Set([...album.userIds, ...people])],
      eventIds: [...new Set([...album.eventIds, ...(eventId == null ? [] : [eventId])])],
    };
    const count = shared.userIds.length + shared.eventIds.length;
    return count > MOST_SHARES ? refuse('TOO_MANY', { limit: MOST_SHARES }) : shared;
  });
}

/** They see it no more, from the next request on. Refuses NOT_FOUND, BAD_INPUT. */
export async function unshareAlbum(
  rooms: Rooms,
  asker: Asker,
  { albumId, userIds, eventId }: ShareAlbum,
): Promise<Album | Refusal> {
  const people = userIds ?? [];
  if (people.length === 0 && eventId == null) return badWhom();
  return changeAlbum(rooms, asker, albumId, (album) => ({
    userIds: album.userIds.filter((id) => !people.includes(id)),
    eventIds: album.eventIds.filter((id) => id !== eventId),
  }));
}
