// What the app does for the time without a connection, begun when it has opened: its worker, and sending what waits.

import { register } from './register';
import { keepSending } from './send-wishes';

let isBegun = false;

export async function start(viewerId: string | null): Promise<void> {
  if (isBegun) return;
  isBegun = true;
  if (viewerId) keepSending(viewerId);
  // Without a build there is no worker.
  if (import.meta.env.PROD && 'serviceWorker' in navigator) await register();
}
