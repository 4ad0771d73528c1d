// The frame of one text message from a server (RFC 6455, section 5.2): not fragmented, not masked.

const FIN_AND_TEXT = 0x81;
/** Payloads up to this length are told in the second byte; beyond, the byte says how wide the length is. */
const LONGEST_IN_BYTE = 125;
const LONGEST_IN_16_BITS = 0xffff;

/** `{"id":<id>,"type":"next","payload":<payload>}` of graphql-transport-ws as a frame; `payload` is JSON in UTF-8. */
export function nextFrame(id: string, payload: Buffer): Buffer {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const headLength = Buffer.byteLength(head);
  const length = headLength + payload.length + 1;
  const offset = length <= LONGEST_IN_BYTE ? 2 : length <= LONGEST_IN_16_BITS ? 4 : 10;
  const frame = Buffer.allocUnsafe(offset + length);
  frame[0] = FIN_AND_TEXT;
  if (offset === 2) frame[1] = length;
  else if (offset === 4) {
    frame[1] = LONGEST_IN_BYTE + 1;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LONGEST_IN_BYTE + 2;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(head, offset);
  frame.set(payload, offset + headLength);
  frame[offset + length - 1] = 0x7d; // }
  return frame;
}
