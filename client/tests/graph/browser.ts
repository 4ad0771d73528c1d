// What the session and the live link find in a browser, for tests in Node: a page's address and cookie, its fetch and its
// socket. Import it before what it is for.
import { WebSocket } from 'ws';

const page = { origin: '', cookie: '' };

class Listening extends EventTarget {
  visibilityState = 'visible';
  documentElement = { lang: 'en' };
  get cookie(): string {
    return page.cookie;
  }
}

class Window extends EventTarget {
  get navigator(): Navigator {
    return navigator;
  }
}

const nodeFetch = globalThis.fetch;
Object.assign(globalThis, {
  window: new Window(),
  document: new Listening(),
  location: {
    get origin() {
      return page.origin;
    },
  },
  WebSocket,
  fetch: async (path: string, init?: RequestInit) => {
    const response = await nodeFetch(new URL(path, page.origin), init);
    page.cookie = response.headers.get('set-cookie') ?? page.cookie;
    return response;
  },
});
Object.defineProperty(globalThis, 'navigator', {
  configurable: true,
  value: { userAgent: 'test', onLine: true, locks: { request: (_: string, run: () => unknown) => run() } },
});

/** The page is at this origin, and somebody is signed in there. */
export function visit(origin: string): void {
  page.origin = origin;
  page.cookie = `mosaic-session=${Date.now() + 600_000}`;
}
