// The policy for messages, titles and names of things: NFC, no control characters, nothing that turns the reading direction.

import { refuse } from '../refusal/catalogue.js';
import type { Refusal } from '../refusal/refusal.js';

interface Shape {
  /** Lengths count code points after cleaning, so an emoji outside the BMP is one. */
  readonly longest: number;
  readonly lines: 'one' | 'many';
}

/** C0 and C1 controls except tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters this policy is about
const CONTROLS = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f]/g;
/**
 * Embeddings, overrides and isolates (Unicode TR 9, section 2): they can make text read as something it is not and
 * leak into the text beside it. The harmless marks LRM, RLM and ALM stay, and so does ZWJ, which joins emoji.
 */
const DIRECTION_TURNERS = /[\u202a-\u202e\u2066-\u2069]/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/**
 * The text as it will be stored. Refuses (BAD_INPUT) NUL, lone surrogates, text that is empty when cleaned, and text
 * that is too long; everything else unwanted is taken out silently.
 */
export function cleanText(text: string, { longest, lines }: Shape): string | Refusal {
  if (/\p{Cs}/u.test(text) || text.includes('\0')) return refuse('BAD_INPUT', { reason: 'this is not text' });
  // Cheap bound before any work: normalising can shrink, but never to a quarter.
  if (text.length > longest * 8) return tooLong(longest);
  const unified = text.normalize('NFC').replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(DIRECTION_TURNERS, '');
  const cleaned = (lines === 'one' ? unified.replace(/\s+/g, ' ') : unified).trim();
  if (cleaned === '') return refuse('BAD_INPUT', { reason: 'it must not be empty' });
  return [...cleaned].length > longest ? tooLong(longest) : cleaned;
}

const tooLong = (longest: number) =>
  refuse('BAD_INPUT', { reason: `it must not be longer than ${longest} characters` });
