// HTTP/1.1 messages out of a stream of bytes, for both ends of a benchmark: only what our own programs and undici send.
// Everything is latin1 text, one character per byte, because that costs least.

export interface Message {
  /** Start line and headers, without the empty line. */
  readonly head: string;
  readonly body: string;
}

interface Framed extends Message {
  /** Where the next message begins. */
  readonly end: number;
}

const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;

/** Returns what takes the bytes of one connection; `take` gets each message once it is whole. */
export function messageReader(take: (message: Message) => void): (bytes: Buffer) => void {
  let text = '';
  return (bytes) => {
    text += bytes.toString('latin1');
    for (let message = firstOf(text); message; message = firstOf(text)) {
      text = text.slice(message.end);
      take(message);
    }
  };
}

function firstOf(text: string): Framed | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = text.slice(0, headEnd);
  const start = headEnd + 4;
  if (CHUNKED.test(head)) return chunkedFrom(text, head, start);
  const end = start + Number(LENGTH.exec(head)?.[1] ?? 0);
  return text.length < end ? null : { head, body: text.slice(start, end), end };
}

/** RFC 9112, section 7.1, without extensions and trailers. */
function chunkedFrom(text: string, head: string, start: number): Framed | null {
  let [at, body] = [start, ''];
  for (;;) {
    const lineEnd = text.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (text.length < next) return null;
    if (size === 0) return { head, body, end: next };
    body += text.slice(lineEnd + 2, next - 2);
    at = next;
  }
}
