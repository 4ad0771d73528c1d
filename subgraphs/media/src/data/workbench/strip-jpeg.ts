// A JPEG without its application segments and comments (ITU-T T.81, annex B): photographs inside documents carry them too.

const KEPT_APPLICATIONS = new Set([0xe0, 0xee]); // JFIF's density and Adobe's colour transform: the picture needs them
const START_OF_SCAN = 0xda;

/** The same bytes when they do not read like a JPEG. */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; ; ) {
    const [mark, code = 0, high = 0, low = 0] = bytes.subarray(at, at + 4);
    const end = at + 2 + high * 256 + low;
    if (mark !== 0xff || end > bytes.length) return bytes;
    if (code === START_OF_SCAN) return Buffer.concat([...parts, bytes.subarray(at)]);
    const isTold = (code >= 0xe0 && code <= 0xef && !KEPT_APPLICATIONS.has(code)) || code === 0xfe;
    if (!isTold) parts.push(bytes.subarray(at, end));
    at = end;
  }
}
