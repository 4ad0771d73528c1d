// Says when the network is gone or live updates are interrupted, and nothing otherwise.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '@/graph/connection';
import { Notice } from '@/ui/notice';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';

/** A reconnection that takes less is not worth a word. */
const PATIENCE_MS = 1_500;

export function ConnectionNotice() {
  const words = useWords(stateWords);
  const isOnline = useSyncExternalStore(followNetwork, () => navigator.onLine);
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (state !== 'waiting') return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  if (!isOnline) return <Notice text={words.noNetwork} />;
  return isLong ? <Notice text={words.reconnecting} /> : null;
}

function followNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
