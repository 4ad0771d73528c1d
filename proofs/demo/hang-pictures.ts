// Uploads what was painted, as its owner would: a ticket, then the bytes. Media live today: nobody uploads into the past.
import type { Media } from '@mosaic/media/domain/media';
import type { Purpose } from '@mosaic/media/domain/purposes';
import { createUploadTicket } from '@mosaic/media/use-cases/create-upload-ticket';
import { setAvatar } from '@mosaic/media/use-cases/set-avatar';
import { takeTicket, takeUpload } from '@mosaic/media/use-cases/take-upload';
import { type Motif, paint } from './paint.js';
import { granted, type Inhabitant, inParallel, named, type Stage } from './stage.js';

const MOST_OF_ONE_PERSON = { size: 100, direction: 'forward', after: null, before: null, scope: 'demo' } as const;

const motifs: Partial<Record<Purpose, Motif>> = { AVATAR: 'PERSON', PRODUCT: 'THING' };

/** By their names, in the order of the names. What an earlier filling uploaded is not uploaded again. */
export async function hangPictures(
  { media }: Stage,
  owner: Inhabitant,
  purpose: Purpose,
  names: readonly string[],
): Promise<Media[]> {
  const there = await media.read.mediaOf(owner, MOST_OF_ONE_PERSON);
  const hung: Media[] = [];
  await inParallel([...names.entries()], 2, async ([at, name]) => {
    const fileName = `${name}.jpg`;
    const found = there.find((medium) => medium.fileName === fileName && medium.purpose === purpose);
    hung[at] = found ?? (await upload(media, owner, { purpose, fileName }));
  });
  return hung;
}

async function upload(
  media: Stage['media'],
  owner: Inhabitant,
  { purpose, fileName }: { purpose: Purpose; fileName: string },
): Promise<Media> {
  const bytes = await paint(motifs[purpose] ?? 'LANDSCAPE', fileName);
  const wanted = { purpose, fileName, byteLength: bytes.length };
  const ticket = granted(await createUploadTicket(media, owner, wanted));
  const taken = granted(await takeTicket(media, media.tickets.seal(ticket), owner.id, bytes.length));
  return granted(await takeUpload(media, taken, inChunks(bytes)));
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

/** Those who show their faces: the coaches, the admin and some others. */
const shown = ['Alex Moreno', 'Camille Roussel', 'Olivia Marsh', 'Julien Marchetti', 'Sarah Cohen', 'Oscar Lindqvist'];

export async function hangAvatars(stage: Stage, people: readonly Inhabitant[]): Promise<void> {
  const coaches = people.filter(({ character }) => character.role === 'COACH');
  const faces = [...coaches, ...shown.map((name) => named(people, name))];
  await inParallel(faces, 2, async (person) => {
    const [avatar] = await hangPictures(stage, person, 'AVATAR', ['portrait']);
    if (avatar) granted(await setAvatar(stage.media, person, { mediaId: avatar.id }));
  });
  stage.say(`${faces.length} people have pictures`);
}
