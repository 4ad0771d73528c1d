// JSON from strangers: bounded nesting, and no key that could reach a prototype.

const OPEN = [0x5b, 0x7b] as const; // [ {
const CLOSE = [0x5d, 0x7d] as const; // ] }
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** How deep arrays and objects nest, counted without parsing; stops counting past `limit`. */
export function nestingOf(bytes: Uint8Array, limit: number): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length && deepest <= limit; at += 1) {
    const byte = bytes[at] as number;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN[0] || byte === OPEN[1]) deepest = Math.max(deepest, ++depth);
    else if (byte === CLOSE[0] || byte === CLOSE[1]) depth -= 1;
  }
  return deepest;
}

/** Whether the text may spell `__proto__`, also by escapes. False is certain, true is not. */
const maySpellProto = (text: string) => text.includes('__proto__') || /\\u005f/i.test(text);

/**
 * The value, without members named `__proto__`. Throws SyntaxError for text that is no JSON and RangeError when it
 * nests deeper than `limit`.
 */
export function parseJson(bytes: Uint8Array, limit: number): unknown {
  if (nestingOf(bytes, limit) > limit) throw new RangeError(`nested deeper than ${limit}`);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  if (!maySpellProto(text)) return JSON.parse(text);
  return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
}
