// Files to upload: honest ones, made on the spot, and hostile ones.
import { randomBytes } from 'node:crypto';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';

/** What metadata says in these tests; none of it may be found in anything derived. */
export const SECRET = 'TopSecretOwner';

export const plainImage = (width: number, height: number, format: 'jpeg' | 'png' | 'gif' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .toFormat(format)
    .toBuffer();

/** Lies on its side (EXIF orientation 6): shown upright it is `height` wide. Holds GPS, a camera, an ICC profile, XMP. */
export function photo(width = 640, height = 480): Promise<Buffer> {
  const left = { input: { create: { width: width / 2, height, channels: 3 as const, background: '#0000ff' } } };
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ ...left, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'Nikon', Model: 'Nikon D850', Artist: SECRET, Copyright: SECRET },
      IFD2: { DateTimeOriginal: '2024:05:17 10:20:30', OffsetTimeOriginal: '+02:00', BodySerialNumber: SECRET },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 51/1 24/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 21/1 3/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>${SECRET}</secret></x:xmpmeta>`)
    .jpeg()
    .toBuffer();
}

/** A JPEG comment segment and a tail behind the end of the picture. */
export function withCommentAndTail(jpeg: Buffer, tail: string): Buffer {
  const text = Buffer.from(SECRET);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(tail)]);
}

/** A small picture and noise behind its end, exactly so many bytes: large to carry, and quick to decode. */
export async function padded(bytes: number): Promise<Buffer> {
  const png = await plainImage(40, 30, 'png');
  return Buffer.concat([png, randomBytes(bytes - png.length)]);
}

export async function movingGif(frames: number): Promise<Buffer> {
  const [width, height] = [8, 8];
  const raw = Buffer.alloc(width * height * frames * 3);
  for (let at = 0; at < raw.length; at += 1) raw[at] = (Math.floor(at / (width * height * 3)) * 37 + at) % 251;
  return sharp(raw, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ delay: Array(frames).fill(50), loop: 0 })
    .toBuffer();
}

/** A document with an author, XMP, a script that runs when it opens, and a photograph with GPS inside. */
export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 300]);
  page.drawImage(await document.embedJpg(await photo()));
  document.setAuthor(SECRET);
  document.setTitle(SECRET);
  const xmp = document.context.stream(`<secret>${SECRET}</secret>`, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp));
  const script = document.context.obj({ S: 'JavaScript', JS: PDFString.of(`app.alert("${SECRET}")`) });
  document.catalog.set(PDFName.of('OpenAction'), script);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** The boxes of a film, with its maker's words in every place that holds some; `film` is the bytes of the pictures. */
export function mp4(film: Buffer): Buffer {
  const told = Buffer.from(SECRET);
  const header = Buffer.alloc(100);
  header.writeUInt32BE(3_600_000_000, 4); // made at this moment
  const udta = box('udta', box('\u00a9xyz', told));
  const handler = box('hdlr', Buffer.alloc(24), told);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('uuid', Buffer.alloc(16), told),
    box('moov', box('mvhd', header), box('trak', box('mdia', handler), box('meta', told)), udta),
    box('mdat', film),
  ]);
}

const element = (id: number[], ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE((0x10000000 | body.length) >>> 0);
  return Buffer.concat([Buffer.from(id), size, body]);
};

export function webm(film: Buffer): Buffer {
  const told = Buffer.from(SECRET);
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm'))),
    element(
      [0x18, 0x53, 0x80, 0x67],
      element([0x15, 0x49, 0xa9, 0x66], element([0x7b, 0xa9], told), element([0x2a, 0xd7, 0xb1], Buffer.from([1]))),
      element([0x16, 0x54, 0xae, 0x6b], Buffer.from([0xec, 0x80])),
      element([0x12, 0x54, 0xc3, 0x67], told),
      element([0x1f, 0x43, 0xb6, 0x75], film),
    ),
  ]);
}
