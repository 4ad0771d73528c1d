// Asking again, with the same key, whatever has no answer because something is dead at the moment.
import { codeOf } from '../lab/act.js';
import { eventually } from '../lab/eventually.js';

/** Nothing is known of what was asked; every other refusal is an answer. */
const NOT_NOW = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'PAYMENT_UNAVAILABLE', 'INTERNAL']);

/** `step` must be safe to repeat. Throws what it was refused with, or after 60 s without an answer. */
export async function insist<T>(step: () => Promise<T>): Promise<T> {
  const attempt = () =>
    step().then(
      (done) => ({ done }),
      (failure: unknown) => {
        if (!NOT_NOW.has(codeOf(failure) ?? '')) throw failure;
        return { failure: String(failure) };
      },
    );
  return ((await eventually(attempt, (tried) => 'done' in tried, 60_000)) as { done: T }).done;
}
