// A film as a coach uploads it: noise, so that it is large enough to be fetched in ranges. The browser encodes its pictures;
// here they are put into a WebM file whose cues lead to every second.
import type { Page } from '@playwright/test';

const WIDTH = 320;
const HEIGHT = 180;
const PER_SECOND = 2;

/** About 130 KB for each second. */
export async function makeFilm(page: Page, seconds: number): Promise<Buffer> {
  const pictures = await page.evaluate(encodeNoise, {
    width: WIDTH,
    height: HEIGHT,
    perSecond: PER_SECOND,
    count: seconds * PER_SECOND,
  });
  return writeWebm(
    pictures.map((picture) => Buffer.from(picture, 'base64')),
    seconds,
  );
}

interface Noise {
  readonly width: number;
  readonly height: number;
  readonly perSecond: number;
  readonly count: number;
}

/** Runs in the page. */
async function encodeNoise({ width, height, perSecond, count }: Noise): Promise<string[]> {
  const pictures: string[] = [];
  let failure: Error | undefined;
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      pictures.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: 2_000_000, framerate: perSecond });
  for (let at = 0; at < count; at++) {
    const noise = new Uint8Array(width * height * 4);
    // So many random bytes are given at once, and no more.
    for (let from = 0; from < noise.length; from += 65_536) crypto.getRandomValues(noise.subarray(from, from + 65_536));
    const timestamp = (at * 1_000_000) / perSecond;
    const frame = new VideoFrame(noise, { format: 'RGBX', codedWidth: width, codedHeight: height, timestamp });
    encoder.encode(frame, { keyFrame: true });
    frame.close();
  }
  await encoder.flush();
  if (failure) throw failure;
  return pictures;
}

/** One EBML element; sizes always take eight bytes, so that places can be told beforehand. */
function element(id: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
}

function uint(id: string, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return element(id, bytes);
}

function float(id: string, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

const text = (id: string, value: string) => element(id, Buffer.from(value));

/** A cluster for each second. The element ids are those of the Matroska specification. */
function writeWebm(pictures: readonly Buffer[], seconds: number): Buffer {
  const head = element(
    '1a45dfa3',
    ...[uint('4286', 1), uint('42f7', 1), uint('42f2', 4), uint('42f3', 8)],
    ...[text('4282', 'webm'), uint('4287', 4), uint('4285', 2)],
  );
  const about = element(
    '1549a966',
    ...[uint('2ad7b1', 1_000_000), float('4489', seconds * 1000), text('4d80', 'proof'), text('5741', 'proof')],
  );
  const picture = element('e0', uint('b0', WIDTH), uint('ba', HEIGHT));
  const track = element('ae', uint('d7', 1), uint('73c5', 1), uint('83', 1), text('86', 'V_VP8'), picture);
  const tracks = element('1654ae6b', track);
  const clusters = Array.from({ length: seconds }, (_, second) => {
    const own = pictures.slice(second * PER_SECOND, (second + 1) * PER_SECOND);
    return element('1f43b675', uint('e7', second * 1000), ...own.map((bytes, at) => block(bytes, at)));
  });
  const cuesAt = (start: number) => {
    let place = start;
    return element(
      '1c53bb6b',
      ...clusters.map((cluster, second) => {
        const point = element('b7', uint('f7', 1), uint('f1', place));
        place += cluster.length;
        return element('bb', uint('b3', second * 1000), point);
      }),
    );
  };
  const before = about.length + tracks.length;
  const cues = cuesAt(before + cuesAt(0).length);
  return Buffer.concat([head, element('18538067', about, tracks, cues, ...clusters)]);
}

/** A picture, some milliseconds into its cluster; every one stands alone. */
function block(bytes: Buffer, at: number): Buffer {
  const head = Buffer.from([0x81, 0, 0, 0x80]);
  head.writeInt16BE((at * 1000) / PER_SECOND, 1);
  return element('a3', head, bytes);
}
