// What a grant shows: the medium it names, when whoever gave the word owns that medium. So nobody can hang another
// person's private picture on something of theirs and have it shown.
import type { Asker } from '../data/asker.js';
import type { Media } from '../domain/media.js';
import type { Rooms } from './rooms.js';

/** Null for a grant that is forged, expired, for somebody else, or about what its giver does not own. */
export async function mediaByGrant(
  { grants, clock, read }: Pick<Rooms, 'grants' | 'clock' | 'read'>,
  asker: Asker | null,
  grant: string,
  load: (id: string) => Promise<Media | null> = async (id) => (await read.systemMedia(asker ?? {}, [id]))[0] ?? null,
): Promise<Media | null> {
  const word = grants.open(grant, asker?.id ?? null, clock.now());
  const medium = word && (await load(word.thing));
  return medium?.ownerId === word?.by ? medium : null;
}
