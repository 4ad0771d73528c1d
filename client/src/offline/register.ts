// Brings the service worker in, and says when a new version of the app waits.
import { offered } from '@/ui/toasts';
import { inBoth, wordsNow } from '@/words/words';

const words = inBoth({
  en: { ready: 'There is a new version of Mosaic.', reload: 'Reload' },
  fr: { ready: 'Une nouvelle version de Mosaic est prête.', reload: 'Recharger' },
});

/** A tab that stays open for days still hears of a new version. */
const LOOK_EVERY_MS = 60 * 60_000;

export async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  // The first worker of all replaces nothing.
  let hadOne = serviceWorker.controller !== null;
  let isOffered = false;
  let isReloading = false;
  const offer = () => {
    if (isOffered) return;
    isOffered = true;
    const { ready, reload } = wordsNow(words);
    offered(ready, reload, async () => {
      isReloading = true;
      const waiting = (await serviceWorker.getRegistration())?.waiting;
      if (waiting) waiting.postMessage('take over');
      else location.reload();
    });
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (isReloading) location.reload();
    // Another tab took the new version; this one still runs the old code.
    else if (hadOne) offer();
    hadOne = true;
  });
  // A browser may be told to have no workers: then the app needs a connection.
  const registered = serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
  const registration = await registered.catch(() => undefined);
  if (!registration) return;
  if (registration.waiting && hadOne) offer();
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && hadOne) offer();
    });
  });
  // Without a network there is nothing to find.
  setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
}
