// Uploads what was painted, as its owner would: a ticket, then the bytes. Media live today: nobody uploads into the past.
import type { Purpose } from '@mosaic/media/domain/purposes';
import { createUploadTicket } from '@mosaic/media/use-cases/create-upload-ticket';
import { setAvatar } from '@mosaic/media/use-cases/set-avatar';
import { takeTicket, takeUpload } from '@mosaic/media/use-cases/take-upload';
import { type Motif, paint } from './paint.js';
import { granted, type Inhabitant, inParallel, named, type Stage } from './stage.js';

const motifs: Partial<Record<Purpose, Motif>> = { AVATAR: 'PERSON', PRODUCT: 'THING' };

/** The id of a medium of that name, painted for its owner. */
export const hangPicture = ({ media, once }: Stage, owner: Inhabitant, purpose: Purpose, name: string) =>
  once(`${purpose} ${name} of ${owner.character.email}`, async () => {
    const bytes = await paint(motifs[purpose] ?? 'LANDSCAPE', `${name} of ${owner.character.name}`);
    const wanted = { purpose, fileName: `${name}.jpg`, byteLength: bytes.length };
    const ticket = granted(await createUploadTicket(media, owner, wanted));
    const taken = granted(await takeTicket(media, media.tickets.seal(ticket), owner.id, bytes.length));
    return granted(await takeUpload(media, taken, inChunks(bytes))).id as string;
  });

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

/** Those who show their faces, beside the coaches. */
const shown = ['Alex Moreno', 'Camille Roussel', 'Olivia Marsh', 'Julien Marchetti', 'Sarah Cohen', 'Oscar Lindqvist'];

export async function hangAvatars(stage: Stage, people: readonly Inhabitant[]): Promise<void> {
  const coaches = people.filter(({ character }) => character.role === 'COACH');
  const faces = [...coaches, ...shown.map((name) => named(people, name))];
  await inParallel(faces, 1, async (person) => {
    const mediaId = await hangPicture(stage, person, 'AVATAR', 'portrait');
    granted(await setAvatar(stage.media, person, { mediaId }));
  });
  stage.say(`${faces.length} people have pictures`);
}
