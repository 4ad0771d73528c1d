// Whether live updates flow, for the page to say so; and when to try again after they stopped.

export type Connection = 'idle' | 'live' | 'waiting';

const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 10_000;

let state: Connection = 'idle';
let isOpen = false;
let failures = 0;
let waiting: Promise<void> | undefined;
const listeners = new Set<() => void>();

export const connection = {
  get: (): Connection => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  opened(): void {
    isOpen = true;
    change('live');
  },
  closed(): void {
    isOpen = false;
  },
  interrupted: (): void => change('waiting'),
  /** A subscription that was interrupted lasts again. */
  settled(): void {
    if (isOpen) change('live');
  },
};

function change(next: Connection): void {
  if (next === 'live') failures = 0;
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Resolves when it is time to connect again: doubling with jitter, at once when the network or the person comes back. */
export function untilNextTry(): Promise<void> {
  change('waiting');
  waiting ??= new Promise<void>((resolve) => {
    const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures++) * (0.5 + Math.random() / 2);
    const wake = () => {
      clearTimeout(timer);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
      waiting = undefined;
      resolve();
    };
    const wakeWhenSeen = () => document.visibilityState === 'visible' && wake();
    const timer = setTimeout(wake, delay);
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wakeWhenSeen);
  });
  return waiting;
}
