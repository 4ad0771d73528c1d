// A file, whole or in part, as RFC 9110 has it: conditional requests (section 13) and one range (section 14). Several
// ranges at once are ignored, which the RFC allows: no player of ours asks for them, and they multiply work.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { MediaFile } from '../domain/media.js';
import { ORIGINAL } from '../domain/media.js';
import type { Rooms } from '../use-cases/rooms.js';
import { contentDisposition } from './content-disposition.js';
import type { WantedFile } from './find-file.js';
import { isRangeWelcome, isUnchanged, readRange } from './preconditions.js';

/** Pictures that we encoded, and films, may be shown in place; all else is saved. */
const isShown = ({ name, contentType }: MediaFile): boolean =>
  name !== ORIGINAL && /^(image|video)\//.test(contentType);

export async function sendFile(
  { files }: Pick<Rooms, 'files'>,
  request: IncomingMessage,
  response: ServerResponse,
  { file, saveAs, isPublic }: WantedFile,
): Promise<void> {
  const etag = `"${file.sha256}"`;
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    // A public file's bytes never change under its address; a private one is asked for again each time, with its ETag.
    'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': isPublic ? 'cross-origin' : 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(!isPublic && { vary: 'authorization' }),
  };
  if (isUnchanged(request.headers, etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const size = file.byteLength;
  // A range is defined for GET alone (section 14.2).
  const isPartial = request.method === 'GET' && isRangeWelcome(request.headers, etag);
  const range = isPartial ? readRange(request.headers.range, size) : null;
  if (range === 'UNSATISFIABLE') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-type': file.contentType,
    'content-length': end - start,
    'content-disposition': contentDisposition(isShown(file) ? 'inline' : 'attachment', saveAs),
    ...(range && { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(files.read(file.fileId, { start, end }), response);
  } catch (error) {
    // Half a file must not look like a whole one. A client that went away is no failure of ours.
    const hasLeft = response.destroyed && (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
    response.destroy();
    if (!hasLeft) throw error;
  }
}
