// Pictures as people upload them: real bytes that tell too much, a ticket, and a PUT to the graph's own origin.
import sharp from 'sharp';
import { act } from './act.js';
import type { Person } from './person.js';

export type Purpose = 'AVATAR' | 'POST' | 'PRODUCT' | 'MESSAGE' | 'DOCUMENT' | 'ALBUM' | 'LESSON_VIDEO';

export interface Variant {
  name: string;
  contentType: string;
  width: number | null;
  height: number | null;
  byteLength: number;
  /** Path on the origin of the graph. */
  url: string;
}

const LATITUDE = [48, 1, 51, 1, 24, 1];
/** As EXIF writes it, whichever end comes first: the zeros at both ends are left out. */
const latitudeBytes = Buffer.from(LATITUDE.flatMap((word) => [word, 0, 0, 0])).subarray(0, -3);

/** What the photo below says of its owner, by name and as bytes: none of it may be in anything that others get. */
const TOLD: readonly (readonly [name: string, bytes: Buffer])[] = [
  ...['Ada’s secret', 'SecretCam', 'Exif', 'EXIF', 'XMP ', 'xmpmeta', 'http://ns.adobe.com'].map(
    (word) => [word, Buffer.from(word)] as const,
  ),
  ['latitude', latitudeBytes],
];

/** Which of these are in there. */
export const toldIn = (bytes: Buffer): string[] =>
  TOLD.filter(([, part]) => bytes.includes(part)).map(([name]) => name);

/** A JPEG taken on its side in Paris: EXIF with a place, a camera and a name, XMP, and a colour profile. */
export function photo(width = 640, height = 480): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Make: 'SecretCam', Model: 'SecretCam One', Artist: 'Ada’s secret' },
      IFD2: { DateTimeOriginal: '2025:05:17 10:20:30', OffsetTimeOriginal: '+02:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: LATITUDE.join(' ').replace(/(\d+) (\d+)/g, '$1/$2'),
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 21/1 3/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>Ada’s secret</owner></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

/** GET of a path on the person's graph, with their token; null asks without one. */
export const fetchAs = (
  routerUrl: string,
  person: Person | null,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Response> =>
  fetch(new URL(path, routerUrl), {
    ...(options as RequestInit),
    headers: { ...(person && { authorization: `Bearer ${person.session.accessToken}` }), ...options.headers },
    signal: AbortSignal.timeout(15_000),
  });

/** Where to PUT one file; throws Refused. */
export async function ticketFor(person: Person, purpose: Purpose, fileName: string, byteLength: number) {
  const input = { purpose, fileName, byteLength };
  type Granted = { ticket: { uploadUrl: string } };
  return (await act<Granted>(person, 'createUploadTicket', input, 'ticket { uploadUrl }')).ticket.uploadUrl;
}

/** Uploads a file; answers its id, and throws with the status and the code when it is refused. */
export async function upload(
  routerUrl: string,
  person: Person,
  purpose: Purpose,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const ticket = await ticketFor(person, purpose, fileName, bytes.length);
  const response = await fetchAs(routerUrl, person, ticket, { method: 'PUT', body: bytes });
  const answer = (await response.json()) as { mediaId?: string };
  if (response.status !== 201 || !answer.mediaId) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer.mediaId;
}
