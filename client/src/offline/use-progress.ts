// A learner's progress as pages show and change it: what the server knows, and over it what waits to be sent.
import { useSyncExternalStore } from 'react';
import { useViewer } from '@/parts/viewer';
import { refused } from '@/ui/toasts';
import { useRefusalText } from '@/words/refusals';
import { sendWishes } from './send-wishes';
import { addWish, type Wish, wishes } from './wishes';

export interface Progress {
  /** Completed here, and not yet known to the server. */
  readonly waiting: readonly string[];
  /** Where the video of this lesson was stopped, if that waits. */
  stoppedAt(lessonId: string): number | null;
  complete(lessonId: string): Promise<void>;
  stopAt(lessonId: string, seconds: number): Promise<void>;
}

export function useProgress(): Progress {
  const viewerId = useViewer()?.id;
  const textOf = useRefusalText();
  const all = useSyncExternalStore(wishes.subscribe, wishes.get);
  const positions = all.filter((one) => one.kind === 'position');
  const wish = async (one: Wish) => {
    if (!viewerId) return;
    await addWish(viewerId, one);
    for (const refusal of await sendWishes(viewerId)) refused(textOf(refusal));
  };
  return {
    waiting: all.filter(({ kind }) => kind === 'complete').map(({ lessonId }) => lessonId),
    stoppedAt: (id) => positions.find(({ lessonId }) => lessonId === id)?.seconds ?? null,
    complete: (lessonId) => wish({ kind: 'complete', lessonId, idempotencyKey: crypto.randomUUID() }),
    stopAt: (lessonId, seconds) => wish({ kind: 'position', lessonId, seconds: Math.max(0, Math.floor(seconds)) }),
  };
}
