// A picture, decoded and encoded anew: what leaves has the pixels, upright, and nothing else of what came in. Metadata,
// colour profiles, comments and whatever hides behind the picture's end stay behind.
import sharp, { type Sharp } from 'sharp';
import { type Job, type Made, type MadeFile, MOST_FRAMES, MOST_PIXELS } from './job.js';
import { readExif } from './read-exif.js';

sharp.cache(false); // strangers' pictures are seldom seen twice
sharp.concurrency(1); // the pool has a worker per core already

const FITTED = { small: 256, medium: 1_024, large: 2_048 } as const;
const SQUARE = { avatar64: 64, avatar256: 256 } as const;
/** EXIF orientations that lie on their side (CIPA DC-008, orientation 5 to 8). */
const isOnItsSide = (orientation: number | undefined) => (orientation ?? 1) >= 5;

/** Throws what the decoder throws for damaged and truncated pictures. */
export async function makeImage({ bytes, isAvatar, type, seconds }: Job): Promise<Made> {
  // The header alone: a picture that is too large is never decoded.
  const header = await sharp(bytes, { limitInputPixels: false, animated: false }).metadata();
  const { width = 0, height = 0, pages = 1, orientation } = header;
  if (header.format !== (type === 'jpg' ? 'jpeg' : type) || width < 1 || height < 1) return { outcome: 'UNREADABLE' };
  if (width * height > MOST_PIXELS) return { outcome: 'TOO_MANY_PIXELS' };
  if (pages > MOST_FRAMES) return { outcome: 'TOO_MANY_FRAMES' };

  const isMoving = pages > 1 && width * height * pages <= MOST_PIXELS;
  const open = (animated: boolean): Sharp =>
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', animated, sequentialRead: true });
  const until = performance.now() + seconds * 1_000;
  const left = () => Math.max(1, Math.ceil((until - performance.now()) / 1_000));
  const encode = async (name: string, picture: Sharp): Promise<MadeFile> => {
    const { data, info } = await picture.webp({ quality: 82 }).timeout({ seconds: left() }).toBuffer({
      resolveWithObject: true,
    });
    const shownHeight = info.pageHeight ?? info.height;
    return { name, contentType: 'image/webp', bytes: data, width: info.width, height: shownHeight };
  };

  const files: MadeFile[] = [];
  for (const [name, side] of Object.entries(FITTED)) {
    // Only the largest moves: previews stand still.
    const picture = open(isMoving && name === 'large').autoOrient();
    files.push(await encode(name, picture.resize(side, side, { fit: 'inside', withoutEnlargement: true })));
  }
  for (const [name, side] of isAvatar ? Object.entries(SQUARE) : [])
    files.push(await encode(name, open(false).autoOrient().resize(side, side, { fit: 'cover' })));

  const [upright, across] = isOnItsSide(orientation) ? [height, width] : [width, height];
  return { outcome: 'MADE', width: upright, height: across, exif: await readExif(bytes), files };
}
