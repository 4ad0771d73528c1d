// A number of places: that many pieces of work at a time, and the others in line.

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function openPlaces(count: number): InTurn {
  let taken = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (taken >= count) await new Promise<void>((resolve) => line.push(resolve));
    else taken += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
