// A count that is guessed at once and then settled with the server's, which wins. An answer that was on its way while
// something changed here says nothing any more: it is dropped, and the count asked for again.

interface TallyKeeper {
  /** The server's count; null when it cannot say. */
  readonly ask: () => Promise<number | null>;
  readonly write: (count: number) => void;
}

export interface Tally {
  /** Something changed; resolves when the count is the server's again, or could not be asked. */
  changed(): Promise<void>;
}

export function makeTally({ ask, write }: TallyKeeper): Tally {
  let changes = 0;
  let settling: Promise<void> | undefined;

  const settle = async () => {
    let before: number;
    do {
      before = changes;
      const count = await ask();
      if (before === changes && count !== null) write(count);
    } while (before !== changes);
  };
  return {
    changed() {
      changes += 1;
      settling ??= settle().finally(() => {
        settling = undefined;
      });
      return settling;
    },
  };
}
