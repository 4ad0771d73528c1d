// People's texts, made safe to show: no control characters, no direction overrides that would turn a page around.

/** Cc but line breaks, lone surrogates, zero-width spaces, bidi marks, embeddings, overrides and isolates (UAX #9). */
const UNSAFE = /[\p{Cs}\u200b\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|(?!\n)\p{Cc}/gu;

/** One line: NFC, unsafe characters dropped, white space collapsed. */
export const cleanLine = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(UNSAFE, '').replace(/ +/g, ' ').normalize('NFC').trim();

/** Several lines: the same, but single and double line breaks stay. */
export const cleanLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNSAFE, '')
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Lower case without diacritics, for sorting and searching: "Élodie" and "elodie" are alike. */
export const foldText = (text: string): string =>
  cleanLine(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Length as people count: code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;
