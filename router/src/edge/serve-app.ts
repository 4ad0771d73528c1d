// The web app on the router's own origin: its files as they were built, and its page at every address that it routes itself.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { fileSender } from './app-files.js';
import { pageSender } from './app-page.js';
import { isAddress, isIndex } from './app-paths.js';
import type { Scheme } from './app-policy.js';
import { isReading, pathOf, type SideDoor } from './side-door.js';

/** A folder without index.html is an app that is not built: the door knows no path. */
export async function serveApp(folder: string, scheme: Scheme, log: Logger): Promise<SideDoor> {
  const html = await readPage(folder);
  if (html === null) {
    log.info('there is no web app to serve', { folder });
    return async () => false;
  }
  const sendPage = pageSender(html, scheme);
  const sendFile = fileSender(resolve(folder), scheme, log);
  return async (request, response) => {
    if (!isReading(request)) return false;
    const path = pathOf(request);
    const asksPage = isIndex(path) || (isAddress(path) && (request.headers.accept ?? '').includes('text/html'));
    // A file may have no extension, so files are asked first.
    if (!isIndex(path) && (await sendFile(request, response))) return true;
    if (asksPage) sendPage(response);
    return asksPage;
  };
}

async function readPage(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
