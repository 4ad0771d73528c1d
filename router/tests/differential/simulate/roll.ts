// Chance that can be had again: a number out of what it is asked about, always the same for the same words.

/** A number in [0, 2^32), evenly spread (FNV-1a with a finishing mix). */
export function roll(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    const text = typeof word === 'number' ? `#${word}` : word;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of `choices`, which must not be empty. */
export const pick = <T>(choices: readonly T[], rolled: number): T => choices[rolled % choices.length]!;
