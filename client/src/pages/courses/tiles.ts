// The picture of a course that has none: a mosaic that is always the same for the same course.

export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

export const ROWS = 4;
const PALETTES = [
  ['#4d3baf', '#6a54dc', '#8f80e8', '#c8c0f4', '#f2b84b'],
  ['#0b5d5b', '#15918c', '#55bdb4', '#bfe5dd', '#f08a5d'],
  ['#7a2e4d', '#b9476f', '#e07a9b', '#f6cbd8', '#4d8fd6'],
  ['#1f4e79', '#2f7ab8', '#6fb1dd', '#cfe5f5', '#f2c14e'],
  ['#355e2b', '#558b3e', '#8fbf6a', '#d9ecc6', '#d96c3f'],
  ['#7a4a12', '#b8741f', '#e2a64d', '#f7e0b5', '#4f6bd8'],
] as const;

/** 32 bits of FNV-1a: enough to tell courses apart. */
function seedOf(text: string): number {
  let seed = 0x811c9dc5;
  for (const letter of text) seed = Math.imul(seed ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return seed;
}

export function tilesOf(slug: string, columns: number): readonly Tile[] {
  let state = seedOf(slug) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const palette = PALETTES[seedOf(slug) % PALETTES.length] ?? PALETTES[0];
  return Array.from({ length: columns * ROWS }, (_, at) => {
    const x = at % columns;
    const y = Math.floor(at / columns);
    // Lighter to the right, with one accent now and then.
    const shade = Math.min(3, Math.floor(next() * 2 + (x / columns) * 2.4));
    return { x, y, color: (next() < 0.09 ? palette[4] : palette[shade]) ?? palette[0] };
  });
}
