// Asks again when the person comes back to the page: for what changes elsewhere and has no event in the graph.
import { useEffect, useRef } from 'react';

/** Switching to and fro does not ask each time. */
const LEAST_MS = 10_000;

export function useRefetchOnReturn(refetch: () => Promise<unknown>): void {
  const latest = useRef(refetch);
  latest.current = refetch;
  useEffect(() => {
    let last = Date.now();
    const ask = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < LEAST_MS) return;
      last = Date.now();
      // What went wrong stands in the result that the page shows.
      latest.current().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', ask);
    window.addEventListener('focus', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener('focus', ask);
    };
  }, []);
}
