// Text spelled as the bytes that it is sent as: each character stands for one byte of its UTF-8. Answers are made of it,
// because most of their parts are ASCII, which is spelled alike, and because what has no larger characters is joined, measured
// and sent at half the cost of what has.

declare const isBytes: unique symbol;

/** Nothing but a type keeps it from being taken for text: only what is ASCII may be joined to it. */
export type ByteText = string & { readonly [isBytes]: true };

/** For texts that are not long. */
const desk = Buffer.allocUnsafeSlow(16 * 1024);
/** Of a character of a JavaScript string, in UTF-8. */
const MOST_BYTES = 3;

/** Half of a surrogate pair becomes U+FFFD. */
export function byteText(text: string): ByteText {
  if (text.length * MOST_BYTES > desk.length) return spelled(Buffer.from(text));
  const size = desk.write(text);
  return (size === text.length ? text : desk.toString('latin1', 0, size)) as ByteText;
}

/**
 * The same, anew, for what is kept and joined again and again: V8 holds a word in two bytes for each character wherever it is
 * met, if it was first read from a text that needs them, as a supergraph with a dash in one description does; and makes all wide that
 * is joined to it.
 */
export const narrow = (text: string): ByteText => spelled(Buffer.from(text));

const spelled = (bytes: Buffer) => bytes.toString('latin1') as ByteText;

export const bytesOf = (text: ByteText): Buffer => Buffer.from(text, 'latin1');

/** The text that was spelled. */
export const readByteText = (text: ByteText): string => bytesOf(text).toString();
