// Sarah's album of the picnic, shared with whoever belongs to it, and with the admin, who was not there.
import { addToAlbum } from '@mosaic/media/use-cases/arrange-album';
import { addMediaComment } from '@mosaic/media/use-cases/comment-media';
import { createAlbum } from '@mosaic/media/use-cases/create-album';
import { shareAlbum } from '@mosaic/media/use-cases/share-album';
import { PICNIC } from './event-plans.js';
import { hangPicture } from './hang-pictures.js';
import type { EventIds } from './hold-events.js';
import { granted, type Inhabitant, named, type Stage } from './stage.js';
import { keyOf } from './timeline.js';
import { waitOut } from './wait-for.js';

const pictures = ['les nappes', 'la barque', 'la sieste'];

const comments = [
  ['Camille Roussel', 'la barque', 'On a vraiment ramé en rond pendant une heure.'],
  ['Léa Moreau', 'la barque', 'Une heure et demie. J’ai payé.'],
  ['Alex Moreno', 'la sieste', 'Looks like the best part of the day.'],
] as const;

export async function fillAlbum(stage: Stage, people: readonly Inhabitant[], events: EventIds): Promise<void> {
  const { media, once } = stage;
  const sarah = named(people, 'Sarah Cohen');
  const albumId = await once('album', async () => {
    const input = { title: 'Pique-nique à la Tête d’Or', idempotencyKey: keyOf('album', PICNIC) };
    return granted(await createAlbum(media, sarah, input)).id as string;
  });
  const ids: Record<string, string> = {};
  for (const picture of pictures) {
    const mediaId = await hangPicture(stage, sarah, 'ALBUM', picture);
    ids[picture] = mediaId;
    granted(await addToAlbum(media, sarah, { albumId, mediaId }));
  }
  const eventId = events[PICNIC] ?? null;
  const userIds = [named(people, 'Alex Moreno').id];
  // Another subgraph knows who belongs to the event: this one hears of it.
  await waitOut('NOT_FOUND', () => shareAlbum(media, sarah, { albumId, eventId, userIds }));
  for (const [name, picture, body] of comments) {
    const said = { mediaId: ids[picture] ?? '', body, idempotencyKey: keyOf('comment', picture, body) };
    await once(`${name} comments on ${picture}`, async () => {
      granted(await addMediaComment(media, named(people, name), said));
    });
  }
  stage.say(`an album of ${pictures.length} pictures is shared with the people of an event`);
}
