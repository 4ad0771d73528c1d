// Watching a small keyed state that has no log (who types, who is online): first a snapshot, then what changed.
// The state is read again at each wake-up and when it may have run out, so a missed wake-up only delays.
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';

export interface Look<S> {
  readonly states: ReadonlyMap<string, S>;
  /** When the state may change by itself. */
  readonly lookAgainIn: Milliseconds;
}

export interface Change<S> {
  readonly key: string;
  /** Undefined when the key is not in the state any more. */
  readonly state: S | undefined;
}

interface Watching<S> {
  /** Calls `wake` when the state may have changed; resolves, once attached, with the way to stop. */
  attach(wake: () => void): Promise<() => void>;
  /** Null when the state cannot be known now. */
  look(): Promise<Look<S> | null>;
}

const SOONEST: Milliseconds = 100;
const LATEST: Milliseconds = seconds(2);

/** For ever, until return(); which detaches at once, also while a next() is pending. */
export function watchState<S>({ attach, look }: Watching<S>): AsyncIterableIterator<Change<S>> {
  let shown: ReadonlyMap<string, S> = new Map();
  let waiting: Change<S>[] = [];
  let isOver = false;
  let hasNews = true;
  let lookAgainIn: Milliseconds = LATEST;
  let rouse: () => void = () => {};
  const attached = attach(() => {
    hasNews = true;
    rouse();
  });
  attached.catch(() => {}); // reported by the next() that awaits it

  const pause = () =>
    new Promise<void>((resolve) => {
      if (hasNews || isOver) return resolve();
      const timer = setTimeout(resolve, Math.min(Math.max(lookAgainIn, SOONEST), LATEST));
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const next = async (): Promise<IteratorResult<Change<S>>> => {
    await attached;
    for (let isFirst = shown.size === 0; !isOver; isFirst = false) {
      const change = waiting.shift();
      if (change) return { value: change, done: false };
      if (!isFirst) await pause();
      if (isOver) break;
      hasNews = false; // before looking: what changes during the look wakes us again
      const found = await look();
      lookAgainIn = found?.lookAgainIn ?? LATEST;
      if (!found) continue;
      waiting = changesBetween(shown, found.states);
      shown = found.states;
    }
    return { value: undefined, done: true };
  };

  let chain: Promise<unknown> = Promise.resolve();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => {
      const result = chain.then(next, next);
      chain = result;
      return result;
    },
    return: async () => {
      isOver = true;
      rouse();
      void attached.then(
        (stop) => stop(),
        () => {},
      );
      return { value: undefined, done: true };
    },
  };
}

function changesBetween<S>(before: ReadonlyMap<string, S>, after: ReadonlyMap<string, S>): Change<S>[] {
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => ({ key, state: undefined }));
  const fresh = [...after].filter(([key, state]) => before.get(key) !== state).map(([key, state]) => ({ key, state }));
  return [...gone, ...fresh];
}
