// Waiting for a condition instead of for time.
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with the first answer that is not falsy; throws when there is none within `limit` ms. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, limit = 8_000): Promise<NonNullable<T>> {
  const end = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`did not happen within ${limit} ms: ${what}`);
    await sleep(10);
  }
}
