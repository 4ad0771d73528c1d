// No page may complain: a violated policy, a broken script or a React warning fails the proof that saw it.
import type { ConsoleMessage, Page } from '@playwright/test';

/** What a browser says of the network itself, at times without a word: a proof that cuts it expects that. */
const OF_THE_NETWORK = /^$|^Failed to load resource|net::ERR_|WebSocket connection to/;

/** Call the answer when the proof is over: it throws when the page complained. */
export function watchPage(page: Page): () => void {
  const complaints: string[] = [];
  // What has no frames has an empty stack.
  page.on('pageerror', (error) =>
    complaints.push(`${page.url()}: ${error.stack || `${error.name}: ${error.message}`}`),
  );
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' && !OF_THE_NETWORK.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    }
  });
  return () => {
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  };
}
