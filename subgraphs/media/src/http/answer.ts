// Answers that are no file: small JSON in the shape of GraphQL errors, so that clients read one kind of refusal.
import type { ServerResponse } from 'node:http';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';

const PLAIN = {
  401: 'Sign in first.',
  403: 'This link is not one of ours, is expired, or is somebody else’s.',
  404: 'There is no such thing, or it is not yours to see.',
  405: 'This method is not for this place.',
  408: 'The upload stood still for too long.',
} as const;

export function answerJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify(body));
}

export function refuseRequest(response: ServerResponse, status: keyof typeof PLAIN, code: string): void {
  answerJson(response, status, { errors: [{ message: PLAIN[status], extensions: { code } }] });
}

const STATUS: Readonly<Record<string, number>> = { FILE_TOO_LARGE: 413, UNSUPPORTED_TYPE: 415, TICKET_INVALID: 403 };

/** 413, 415 and 403 where HTTP has a word for it; otherwise 422: understood, and refused for what the file is. */
export function refuseFile(response: ServerResponse, { code, message, parameters }: Refusal): void {
  answerJson(response, STATUS[code] ?? 422, { errors: [{ message, extensions: { code, parameters } }] });
}
