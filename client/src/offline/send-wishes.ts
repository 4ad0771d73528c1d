// Sends the progress that waits, once: by one tab at a time, each wish until it is answered. A completion carries its key,
// so that one whose answer was lost is not done twice; a position is the same however often it is told.
import { written } from '@/graph/ask-again';
import { client } from '@/graph/client';
import { readFailure } from '@/graph/failure';
import { unmask } from '@/graph/generated';
import type { Refusal } from '@/graph/session';
import { refusalFragment } from '@/parts/use-act';
import { onReturn } from './on-return';
import { completeLesson, saveLessonPosition } from './progress-documents';
import { readWishes, removeWish, type Wish } from './wishes';

const AGAIN_MS = 15_000;
const channel = new BroadcastChannel('mosaic-progress');

/** Resolves when nothing waits any more or nothing can be sent now; to what was refused. */
export async function sendWishes(viewerId: string): Promise<readonly Refusal[]> {
  return navigator.locks.request('mosaic-progress', async () => {
    // Read under the lock: what another tab sent meanwhile is gone from there.
    const waiting = await readWishes(viewerId);
    const refused: Refusal[] = [];
    for (const wish of waiting) {
      if (!navigator.onLine) break;
      const answer = await send(wish);
      if (!answer) break;
      refused.push(...answer);
      await removeWish(viewerId, wish);
      channel.postMessage('sent');
    }
    return refused;
  });
}

/** Resolves to the refusals; to null when nobody answered. */
async function send(wish: Wish): Promise<readonly Refusal[] | null> {
  try {
    const { data, error } = await tell(wish);
    if (error) return isLasting(error) ? [] : null;
    return unmask(refusalFragment, data ? (Object.values(data)[0]?.userErrors ?? []) : []);
  } catch (error) {
    if (isLasting(error)) return [];
    return null;
  }
}

const tell = (wish: Wish) =>
  wish.kind === 'complete'
    ? client.mutate({
        mutation: completeLesson,
        variables: { input: { lessonId: wish.lessonId, idempotencyKey: wish.idempotencyKey } },
      })
    : client.mutate({
        mutation: saveLessonPosition,
        variables: { input: { lessonId: wish.lessonId, seconds: wish.seconds } },
        // On leaving, the page goes before the answer comes.
        context: { fetchOptions: { keepalive: true } },
      });

/** The server understood and will never do it: not this viewer's (any more). */
const isLasting = (error: unknown): boolean => readFailure(error).kind === 'refused';

/** From now on sends when the server can be reached again, and now and then while something waits. */
export function keepSending(viewerId: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async () => {
    clearTimeout(timer);
    await sendWishes(viewerId);
    if ((await readWishes(viewerId)).length > 0) timer = setTimeout(() => void again(), AGAIN_MS);
  };
  // Another tab sent something: what this one shows is older.
  channel.onmessage = async () => {
    written();
    await readWishes(viewerId);
    await client.refetchQueries({ include: 'active' });
  };
  onReturn(() => void again());
  void again();
}
