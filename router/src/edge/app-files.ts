// The web app's files, found once at the start: what was not there then has no path now. Compressed copies are preferred.
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import sirv from 'sirv';
import { isHashed, mayBeFile } from './app-paths.js';
import { appHeaders, filePolicy, type Scheme } from './app-policy.js';
import { pathOf, type SideDoor } from './side-door.js';

const FOREVER = 'public, max-age=31536000, immutable';
/** A client that takes nothing for so long is left, with the file it keeps open. */
const SILENCE_PATIENCE = seconds(30);

export function fileSender(folder: string, scheme: Scheme, log: Logger): SideDoor {
  const send = sirv(folder, { brotli: true, gzip: true, etag: true, extensions: [] });
  const headers = { ...appHeaders, 'content-security-policy': filePolicy(scheme), vary: 'Accept-Encoding' };
  return async (request, response) => {
    const path = pathOf(request);
    if (!mayBeFile(path)) return false;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('cache-control', isHashed(path) ? FOREVER : 'no-cache');
    // A range may be ignored (RFC 9110, section 14.2); sirv answers one that ends before it begins with a wrong length.
    delete request.headers.range;
    watchFile(response, path, log);
    let isFound = true;
    send(request, response, () => {
      isFound = false;
    });
    return isFound;
  };
}

/** sirv leaves a file open when its client goes, and an unreadable one (rebuilt, or too many are open) ends the process. */
function watchFile(response: ServerResponse, path: string, log: Logger): void {
  response.once('pipe', (file: Readable) => {
    response.setTimeout(SILENCE_PATIENCE);
    response.once('close', () => file.destroy());
    file.once('error', (error) => {
      log.warning('a file of the web app cannot be read', { path, error });
      response.destroy(); // its headers are on their way: half an answer must not look like a whole one
    });
  });
}
