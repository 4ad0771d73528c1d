// Begins what makes the app work without a connection, when the page has opened and the browser has nothing better to do.
import { useEffect } from 'react';
import { useViewer } from '@/parts/viewer';
import { onReturn } from './on-return';

const PATIENCE_MS = 1_000;

export function Offline() {
  const viewerId = useViewer()?.id ?? null;
  useEffect(() => {
    let isGone = false;
    let unfollow: (() => void) | undefined;
    const begin = () => {
      import('./start').then(
        ({ start }) => (isGone ? undefined : start(viewerId)),
        () => {
          // The network went before its code had come: it begins on the return.
          if (!isGone) unfollow ??= onReturn(begin);
        },
      );
    };
    const timer = setTimeout(begin, PATIENCE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
      unfollow?.();
    };
  }, [viewerId]);
  return null;
}
