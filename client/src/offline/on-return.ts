// When the server is likely to answer again: the network is back, or the live socket is.
import { connection } from '@/graph/connection';

/** Returns how to stop listening. */
export function onReturn(listener: () => void): () => void {
  const listenWhenLive = () => {
    if (connection.get() === 'live') listener();
  };
  window.addEventListener('online', listener);
  const unfollow = connection.subscribe(listenWhenLive);
  return () => {
    window.removeEventListener('online', listener);
    unfollow();
  };
}
