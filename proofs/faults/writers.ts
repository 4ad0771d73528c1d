// Writers that never give up: each does its next write until it was acknowledged, then the one after.

interface Done<T> {
  writer: number;
  n: number;
  result: T;
}

export interface Writers<T> {
  /** What was acknowledged so far. */
  readonly done: readonly Done<T>[];
  /** Resolves when so many writes are acknowledged; throws after 20 s, with the last failure. */
  reach(count: number): Promise<void>;
  /** Lets everybody finish the write in hand. */
  stop(): Promise<{ done: Done<T>[] }>;
}

/** `write` must be safe to repeat; it rejects whenever it was not acknowledged. */
export function startWriters<T>(
  count: number,
  write: (writer: number, n: number, isRetry: boolean) => Promise<T>,
): Writers<T> {
  const done: Done<T>[] = [];
  let isOver = false;
  let lastFailure: unknown;
  const insist = async (writer: number, n: number): Promise<T> => {
    for (let isRetry = false; ; isRetry = true) {
      try {
        return await write(writer, n, isRetry);
      } catch (failure) {
        lastFailure = failure;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const run = async (writer: number) => {
    for (let n = 0; !isOver; n += 1) done.push({ writer, n, result: await insist(writer, n) });
  };
  const running = Promise.all(Array.from({ length: count }, (_, writer) => run(writer)));
  return {
    done,
    async reach(target) {
      const deadline = Date.now() + 20_000;
      while (done.length < target) {
        if (Date.now() > deadline) throw new Error(`only ${done.length} of ${target} writes`, { cause: lastFailure });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async stop() {
      isOver = true;
      await running;
      return { done };
    },
  };
}
