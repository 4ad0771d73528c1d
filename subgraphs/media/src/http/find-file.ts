// Which file a path means, and whether this asker may have it. The rules, in one place:
//
//   /media/public/<id>/<variant>             derived files of public purposes, for everybody
//   /media/<id>/<variant>                    for who may see the medium; the original for its owner alone
//   /media/<id>/<variant>?until=&for=&sig=   that variant, for whom the link was made (LinkSeal); never the original
import type { Call } from '@mosaic/kernel/subgraph/call';
import { may } from '../access.js';
import { fileNamed, type Media, type MediaFile, ORIGINAL } from '../domain/media.js';
import type { Rooms } from '../use-cases/rooms.js';

export interface WantedFile {
  readonly file: MediaFile;
  /** What it is called when it is saved. */
  readonly saveAs: string;
  readonly isPublic: boolean;
}

/** The file, or the status with which it is refused. */
export async function findFile(
  rooms: Rooms,
  call: Call,
  parts: readonly string[],
  query: URLSearchParams,
): Promise<WantedFile | 401 | 403 | 404> {
  const isPublic = parts[0] === 'public';
  const [id = '', variant = '', ...more] = isPublic ? parts.slice(1) : parts;
  if (more.length > 0) return 404;
  const { viewer, deadline } = call;
  const asker = viewer && { ...viewer, deadline };

  if (isPublic) {
    const [medium] = await rooms.read.systemMedia({ deadline }, [id]);
    return medium && may.seeAsStranger(medium) ? wanted(medium, variant, false, true) : 404;
  }
  if (query.has('sig')) {
    if (variant === ORIGINAL) return 403;
    if (!rooms.links.opens(id, variant, query, viewer?.id ?? null, rooms.clock.now())) return 403;
    const [medium] = await rooms.read.systemMedia({ deadline }, [id]);
    return medium ? wanted(medium, variant, may.own(viewer, medium), false) : 404;
  }
  if (!asker) return 401;
  const [medium] = await rooms.read.mediaFor(asker, [id]);
  return medium ? wanted(medium, variant, may.own(asker, medium), false) : 404;
}

function wanted(medium: Media, variant: string, isOwner: boolean, isPublic: boolean): WantedFile | 404 {
  const file = variant === ORIGINAL && !isOwner ? null : fileNamed(medium, variant);
  if (!file) return 404;
  return { file, isPublic, saveAs: saveAs(medium, file, isOwner) };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** The name its owner gave it is told to nobody else. */
function saveAs({ fileName }: Media, { name, contentType }: MediaFile, isOwner: boolean): string {
  if (name === ORIGINAL) return fileName;
  const stem = isOwner ? `${fileName.replace(/\.[^.]*$/, '')}-${name}` : name;
  return `${stem}.${EXTENSIONS[contentType] ?? 'bin'}`;
}
