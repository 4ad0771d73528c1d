// Seeded chance: the demo world is the same on every machine.

export interface Chance {
  /** 0 <= x < 1. */
  next(): number;
  /** from <= n <= to. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** `count` different members, in random order. */
  some<T>(from: readonly T[], count: number): T[];
  bytes(count: number): Uint8Array;
}

/** The mulberry32 generator: 32 bits of state are plenty for a demo. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: (from) => {
      const chosen = from[between(0, from.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    some: (from, count) => {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      ).flat();
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  };
}

/** The chance of whatever has this name. */
export function namedChance(name: string): Chance {
  let seed = 0x811c9dc5;
  for (const byte of Buffer.from(name)) seed = Math.imul(seed ^ byte, 0x01000193);
  return seededChance(seed);
}
