// A request that came whole: head and body in one piece, as nearly all operations do. Read as strictly as can be: what is
// not quite plain is left to node:http, so that there is nothing which the two could understand differently.
import type { IncomingHttpHeaders } from 'node:http';
import { HEADER_FIELD } from '../../bounds/header-field.js';

/** In bytes: node:http refuses longer ones. */
const LONGEST_HEAD = 16 * 1024;
/** Who sends more is refused by the pipeline, to which only node:http brings them. */
export const MOST_HEADERS = 100;
const EMPTY_LINE = Buffer.from('\r\n\r\n');
const POST = /^POST (\/[\x21-\x22\x24-\x7e]*) HTTP\/1\.1(?=\r\n)/;
/** They say that more is meant than one request on one connection. */
const NOT_PLAIN = new Set(['transfer-encoding', 'expect', 'upgrade', 'trailer', 'te', 'http2-settings', '__proto__']);
/** An answer to who takes these may have to be streamed. */
const TAKES_STREAM = /text\/|multipart\//i;

export class WholeRequest {
  readonly method = 'POST';
  readonly complete = true;

  constructor(
    readonly url: string,
    /** By lower-case name, each once. */
    readonly headers: IncomingHttpHeaders,
    readonly body: Buffer,
  ) {}
}

/** The one request that these bytes are, or null: then they are part of one, more than one, or not plain. */
export function readWhole(bytes: Buffer): WholeRequest | null {
  const end = bytes.indexOf(EMPTY_LINE);
  if (end < 0 || end > LONGEST_HEAD) return null;
  // Not more: whoever keeps a header's value keeps all of the text that it was cut from.
  const head = bytes.toString('latin1', 0, end);
  const start = POST.exec(head);
  if (!start) return null;
  const headers: Record<string, string> = {};
  let count = 0;
  for (let at = start[0].length; at < end; at = HEADER_FIELD.lastIndex) {
    HEADER_FIELD.lastIndex = at;
    const field = HEADER_FIELD.exec(head);
    if (!field) return null;
    const value = withoutSpaces(field[2] as string);
    const name = (field[1] as string).toLowerCase();
    // Said twice, or a name that every object has.
    if (headers[name] !== undefined || NOT_PLAIN.has(name)) return null;
    headers[name] = value;
    count += 1;
  }
  const body = bytes.subarray(end + EMPTY_LINE.length);
  const isRead = count <= MOST_HEADERS && isPlain(headers, body.length);
  return isRead ? new WholeRequest(start[1] as string, headers, body) : null;
}

function isPlain({ host, connection, accept, 'content-length': length }: IncomingHttpHeaders, size: number): boolean {
  if (host === undefined || length !== String(size)) return false;
  if (connection !== undefined && connection.toLowerCase() !== 'keep-alive') return false;
  return accept === undefined || !TAKES_STREAM.test(accept);
}

function withoutSpaces(value: string): string {
  const last = value.charCodeAt(value.length - 1);
  return last === 0x20 || last === 0x09 ? value.replace(/[ \t]+$/, '') : value;
}
