// When one upstream call must end: after its budget, or as soon as the client has left.
import { setMaxListeners } from 'node:events';

/**
 * Runs `work` with a signal that aborts at the earlier of both. By hand instead of AbortSignal.any: a signal derived
 * from one that lives as long as a socket would be kept alive with it.
 */
export async function withSignal<T>(
  budget: number,
  gone: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const leave = () => ending.abort(gone.reason);
  const timer = setTimeout(() => ending.abort(new DOMException('out of time', 'TimeoutError')), budget);
  // A plan has as many calls at a time as it has steps side by side; that is no leak.
  setMaxListeners(0, gone);
  gone.addEventListener('abort', leave, { once: true });
  if (gone.aborted) leave();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    gone.removeEventListener('abort', leave);
  }
}
