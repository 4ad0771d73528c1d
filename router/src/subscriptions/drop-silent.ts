// A peer that stops answering pings is gone, whatever TCP believes.
import type { Client } from 'graphql-ws';

/** Ends the client's socket when a ping stays unanswered for `patienceMs`. */
export function dropSilent(client: Client, patienceMs: number): void {
  let waiting: NodeJS.Timeout | undefined;
  const settle = () => clearTimeout(waiting);
  client.on('ping', (isReceived) => {
    if (isReceived) return;
    settle();
    waiting = setTimeout(() => client.terminate(), patienceMs);
  });
  client.on('pong', (isReceived) => {
    if (isReceived) settle();
  });
  client.on('closed', settle);
}
