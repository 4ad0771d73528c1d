// Makes long answers shorter for who takes them so (RFC 9110, section 12.5.3), on another thread than the router's own.
// That a secret beside a guess could be told by its length (BREACH) needs somebody who makes a victim's browser ask: the
// walls against foreign pages stand before.
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib';

/** In bytes: what is shorter leaves in one packet as it is. */
export const WORTH_COMPRESSING = 1_400;

export type Encoding = 'br' | 'gzip';

/** What the client likes best, or we do among what it likes equally; null for the text as it is. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  if (!acceptEncoding) return null;
  const qualities = new Map(acceptEncoding.toLowerCase().split(',').map(readCoding));
  const qualityOf = (coding: string) => qualities.get(coding) ?? qualities.get('*') ?? 0;
  const best = qualityOf('br') >= qualityOf('gzip') ? 'br' : 'gzip';
  return qualityOf(best) > 0 && qualityOf(best) >= (qualities.get('identity') ?? 0) ? best : null;
}

/** `done` is called with the bytes, or with null should there be no memory for them: the text is as good an answer. */
export function compressText(text: Buffer, encoding: Encoding, done: (bytes: Buffer | null) => void): void {
  const settle = (error: Error | null, bytes: Buffer) => done(error ? null : bytes);
  if (encoding === 'gzip') gzip(text, settle);
  else brotliCompress(text, SWIFT, settle);
}

/** As swift as gzip, smaller, and with a window of 256 KiB instead of 4 MiB for each answer under way. */
const SWIFT: BrotliOptions = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};

function readCoding(text: string): [coding: string, quality: number] {
  const [coding = '', weight] = text.split(';').map((part) => part.trim());
  const quality = weight === undefined ? 1 : Number(weight.replace(/^q=/, ''));
  return [coding, quality >= 0 && quality <= 1 ? quality : 0];
}
