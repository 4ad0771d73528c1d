// The app without a network: its own code and its page, nothing of any person. What is personal (/graphql, /session, /media)
// never passes here. The page carries a nonce in its header and in its text, so it is kept as one response.
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/** Each build has its own page: one that waits must not replace that of the build in use. */
const files = self.__WB_MANIFEST;
const SHELL = `shell-${digest(JSON.stringify(files))}`;
const NOT_THE_APP = /^\/(graphql|session|health|live|ready|media|webhooks|schema\.graphql)(\/|$)/;

cleanupOutdatedCaches();
precacheAndRoute(files, { directoryIndex: '', cleanURLs: false });

// What is not kept beforehand: heavy code, letters of other alphabets. Their names change with their content.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: 'assets', plugins: [new ExpirationPlugin({ maxEntries: 60 })] }),
);

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && request.destination === 'document' && !NOT_THE_APP.test(url.pathname),
  async ({ request }) => {
    const answer = await fetch(request).catch(() => null);
    if (answer && answer.status < 500) return answer;
    const shell = await caches.open(SHELL).then((cache) => cache.match('/'));
    return shell ?? answer ?? Response.error();
  },
);

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldShells(), self.clients.claim()]));
});
// The person wants the new version now.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

async function keepShell(): Promise<void> {
  const answer = await fetch('/', { headers: { accept: 'text/html' }, cache: 'reload', credentials: 'omit' });
  if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
  await caches.open(SHELL).then((cache) => cache.put('/', answer));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('shell-') && name !== SHELL).map((name) => caches.delete(name)),
  );
}

/** 32 bits of FNV-1a: tells builds apart. */
function digest(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16);
}
