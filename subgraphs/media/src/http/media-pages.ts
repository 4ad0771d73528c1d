// The pages under /media/: uploads in, files out. The router's word comes with every request, with or without a viewer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '@mosaic/kernel/subgraph/assemble';
import type { Rooms } from '../use-cases/rooms.js';
import { refuseRequest } from './answer.js';
import { findFile } from './find-file.js';
import { receiveUpload } from './receive-upload.js';
import { sendFile } from './send-file.js';

export const mediaPages = (rooms: Rooms): Readonly<Record<string, Handler>> => ({
  '/media/*': async (request, response, caller) => {
    const call = caller();
    if (!call) return refuseRequest(response, 401, 'UNAUTHENTICATED');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, , ...parts] = url.pathname.split('/');
    if (parts[0] === 'uploads') return upload(rooms, request, response, call.viewer?.id ?? null, parts[1] ?? '');
    if (request.method !== 'GET' && request.method !== 'HEAD') return wrongMethod(response, 'GET, HEAD');
    const wanted = await findFile(rooms, call, parts, url.searchParams);
    if (typeof wanted === 'number') return refuseRequest(response, wanted, CODES[wanted]);
    await sendFile(rooms, request, response, wanted);
  },
});

const CODES = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' } as const;

function upload(
  rooms: Rooms,
  request: IncomingMessage,
  response: ServerResponse,
  viewerId: string | null,
  ticket: string,
): Promise<void> | void {
  if (request.method !== 'PUT') return wrongMethod(response, 'PUT');
  return receiveUpload(rooms, request, response, viewerId, ticket);
}

function wrongMethod(response: ServerResponse, allow: string): void {
  response.setHeader('allow', allow);
  refuseRequest(response, 405, 'METHOD_NOT_ALLOWED');
}
