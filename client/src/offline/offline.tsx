// Begins what makes the app work without a connection, when the page has opened and the browser has nothing better to do.
import { useEffect } from 'react';
import { useViewer } from '@/parts/viewer';

const PATIENCE_MS = 1_000;

export function Offline() {
  const viewerId = useViewer()?.id ?? null;
  useEffect(() => {
    const begin = () => void import('./start').then(({ start }) => start(viewerId));
    const timer = setTimeout(begin, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [viewerId]);
  return null;
}
