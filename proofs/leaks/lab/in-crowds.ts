// Work done by several at a time.

/** Runs `work` with 0 to `count` - 1, at most `atOnce` of them at a time. Rejects with the first that failed. */
export async function inCrowds(count: number, atOnce: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let n = next++; n < count; n = next++) await work(n);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
