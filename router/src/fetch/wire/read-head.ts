// The head of a response: RFC 9112, sections 4 to 6, as strictly as a server that means well would write it. What could be
// read in two ways is not read at all: two readers of one connection who disagree are how answers go to the wrong asker.
import { seconds } from '@mosaic/kernel/values/time';
import { HEADER_FIELD } from '../../bounds/header-field.js';

export interface Head {
  readonly status: number;
  readonly contentType: string;
  /** How the body ends: after so many bytes, with its last chunk, or with the connection. */
  readonly body: number | 'chunked' | 'until closed';
  /** How long the connection may be kept without use; 0 when it must not be used again. */
  readonly keepMs: number;
}

/** It is no HTTP/1.1 response, or none that can be read in one way only. */
export class BadResponse extends Error {}

/** Less than the five seconds after which servers of Node close what is idle: a request must not meet the closing. */
const KEEP_MS = seconds(4);
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?(?=\r\n|$)/;

/** `text` is the head without its empty line, as latin1. Throws BadResponse. */
export function readHead(text: string): Head {
  const line = STATUS_LINE.exec(text);
  if (!line) throw new BadResponse('answered with no status line of HTTP/1.1');
  const status = Number(line[2]);
  let contentType = '';
  let length: string | null = null;
  let coding: string | null = null;
  let keepMs = line[1] === '1' ? KEEP_MS : 0;
  let at = line[0].length;
  while (at < text.length) {
    HEADER_FIELD.lastIndex = at;
    const field = HEADER_FIELD.exec(text);
    if (!field) throw new BadResponse('answered with a header that is none');
    at = HEADER_FIELD.lastIndex;
    const value = (field[2] as string).trimEnd();
    switch ((field[1] as string).toLowerCase()) {
      case 'content-type':
        contentType ||= value;
        break;
      case 'content-length':
        if (length !== null || !/^\d{1,15}$/.test(value)) {
          throw new BadResponse('answered with an odd Content-Length');
        }
        length = value;
        break;
      case 'transfer-encoding':
        if (coding !== null || value.toLowerCase() !== 'chunked') throw new BadResponse(`answered in ${value}`);
        coding = value;
        break;
      case 'connection':
        if (/(?:^|,)[ \t]*close[ \t]*(?:,|$)/i.test(value)) keepMs = 0;
        break;
      case 'keep-alive':
        keepMs = Math.min(keepMs, keepAsked(value));
    }
  }
  // Section 6.3: a sender of both may be smuggling.
  if (length !== null && coding !== null) throw new BadResponse('answered with a length and in chunks');
  const isEmpty = status < 200 || status === 204 || status === 304;
  const body = isEmpty ? 0 : coding ? 'chunked' : length === null ? 'until closed' : Number(length);
  return { status, contentType, body, keepMs: body === 'until closed' ? 0 : keepMs };
}

/** Of `timeout=5` all but a second, in which a request may be on its way. */
function keepAsked(value: string): number {
  const timeout = /(?:^|[,;])[ \t]*timeout=(\d{1,9})/i.exec(value)?.[1];
  return timeout === undefined ? KEEP_MS : Math.max(0, seconds(Number(timeout) - 1));
}
