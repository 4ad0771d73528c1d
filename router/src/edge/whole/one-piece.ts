// Head and body of an answer as one piece of bytes: one write is one packet, or few, and the length is known once it is encoded.

/** In characters: what is shorter and has only ASCII is left to the socket to encode, together with its head. */
const SHORT = 4_096;
const HEAD_ROOM = 4_096;
/** Most answers are encoded here first: nobody knows the bytes of a text before, and counting them costs as much again. */
const desk = Buffer.allocUnsafeSlow(1024 * 1024);
const encoder = new TextEncoder();

export interface Piece {
  readonly bytes: string | Buffer;
  readonly encoding: 'latin1' | undefined;
}

/** `head` is latin1 text without Content-Length and without the empty line. */
export function onePiece(head: string, body: string | Uint8Array): Piece {
  if (typeof body !== 'string') return joined(head, body);
  if (body.length <= SHORT && Buffer.byteLength(body) === body.length) {
    return { bytes: withLength(head, body.length) + body, encoding: 'latin1' };
  }
  // In UTF-8, no character of a text takes more than three bytes.
  if (HEAD_ROOM + body.length * 3 > desk.length) return joined(head, Buffer.from(body));
  const { written } = encoder.encodeInto(body, desk.subarray(HEAD_ROOM));
  const text = withLength(head, written);
  if (text.length > HEAD_ROOM) return joined(head, Buffer.from(body));
  desk.write(text, HEAD_ROOM - text.length, 'latin1');
  return { bytes: Buffer.from(desk.subarray(HEAD_ROOM - text.length, HEAD_ROOM + written)), encoding: undefined };
}

const withLength = (head: string, size: number) => `${head}Content-Length: ${size}\r\n\r\n`;

const joined = (head: string, body: Uint8Array): Piece => ({
  bytes: Buffer.concat([Buffer.from(withLength(head, body.length), 'latin1'), body]),
  encoding: undefined,
});
