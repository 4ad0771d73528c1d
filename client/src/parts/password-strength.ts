// An honest guess at how hard a password is to guess. It never refuses: the server's one rule is the length.

export type Grade = 'short' | 'weak' | 'fair' | 'strong';

const SHORTEST = 8;
/** What lists of stolen passwords begin with, and walks over a keyboard. */
const KNOWN =
  /^(?:pass(?:word|wort)?|motdepasse|azerty|qwerty|qwertz|bonjour|soleil|welcome|admin|letmein|mosaic|iloveyou)/i;
const FAIR_BITS = 40;
const STRONG_BITS = 60;

export function gradeOf(password: string): Grade {
  const letters = [...password.normalize('NFC')];
  if (letters.length < SHORTEST) return 'short';
  const bits = surprising(letters) * bitsPerLetter(password) - (KNOWN.test(password) ? 30 : 0);
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

/** How many letters are not what one expects after those before: neither the same again nor the next in a row. */
function surprising(letters: readonly string[]): number {
  const expected = letters.filter((letter, at) => {
    const step = at > 0 ? letter.codePointAt(0)! - letters[at - 1]!.codePointAt(0)! : Number.NaN;
    return Math.abs(step) <= 1;
  });
  const distinct = new Set(letters).size;
  return Math.min(letters.length - expected.length * 0.8, distinct * 2);
}

/** People choose letters by habit: this is well below what chance would give. */
function bitsPerLetter(password: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  return 2.4 + kinds * 0.5;
}
