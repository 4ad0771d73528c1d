// How the shop compares words, in French and in English: without case, accents and ligatures.
import { fold } from '@mosaic/kernel/values/fold';

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** Lower case words of plain letters and digits, one space between them: "Bœuf à l’Ancienne" is "boeuf a l ancienne". */
export const foldWords = (text: string): string =>
  fold(text)
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that say nothing about a thing. Written with their accents: "the" is one, "thé" is not. */
const LITTLE_WORDS = new Set(
  'le la les l un une des de du d et à au aux en pour avec the a an of for and with in'.split(' '),
);
const MOST_WORDS = 8;

/** The words of a search that count, folded, each once; all of them when there are only little ones. At most 8. */
export function wordsOf(search: string): string[] {
  const given = search
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const telling = given.filter((word) => !LITTLE_WORDS.has(word));
  const folded = (telling.length > 0 ? telling : given).flatMap((word) => foldWords(word).split(' '));
  return [...new Set(folded)].filter((word) => word !== '').slice(0, MOST_WORDS);
}
