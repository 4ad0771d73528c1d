// Progress that is to be sent: lessons that were completed, and where videos were stopped. Each survives a reload; of
// positions in a lesson only the last one matters.
import { drop, keep, keptBelow } from './kept-store';

export type Wish =
  | { readonly kind: 'complete'; readonly lessonId: string; readonly idempotencyKey: string }
  | { readonly kind: 'position'; readonly lessonId: string; readonly seconds: number };

const prefixOf = (viewerId: string) => `${viewerId}/wish/`;

let waiting: readonly Wish[] = [];
const listeners = new Set<() => void>();

export const wishes = {
  get: (): readonly Wish[] => waiting,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Shows what is kept: after a start, and when another tab changed it. */
export async function readWishes(viewerId: string): Promise<readonly Wish[]> {
  show((await keptBelow<Wish>(prefixOf(viewerId))).map(([, wish]) => wish));
  return waiting;
}

export async function addWish(viewerId: string, wish: Wish): Promise<void> {
  // Completing again what waits to be completed is the same wish: its first key stays.
  if (wish.kind === 'complete' && waiting.some((other) => isSame(other, wish))) return;
  show([...waiting.filter((other) => !isSame(other, wish)), wish]);
  await keep(keyOf(viewerId, wish), wish);
}

/** It was answered. A position that was replaced meanwhile stays: it is another one. */
export async function removeWish(viewerId: string, wish: Wish): Promise<void> {
  const now = waiting.find((other) => isSame(other, wish));
  if (now?.kind === 'position' && wish.kind === 'position' && now.seconds !== wish.seconds) return;
  await drop(keyOf(viewerId, wish));
  show(waiting.filter((other) => !isSame(other, wish)));
}

const keyOf = (viewerId: string, { kind, lessonId }: Wish) => `${prefixOf(viewerId)}${kind}/${lessonId}`;
const isSame = (one: Wish, other: Wish) => one.kind === other.kind && one.lessonId === other.lessonId;

function show(next: readonly Wish[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}
