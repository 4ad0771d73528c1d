// Decodes RESP2 and RESP3 without losing the type of anything: `+OK` and `$2 OK` are different answers.

export type Answer =
  | string // bulk string
  | number // integer
  | bigint // integer beyond 2^53
  | null // `$-1`, or `_` in RESP3
  | readonly Answer[]
  | { readonly status: string }
  | { readonly error: string }
  | { readonly nil: 'array' } // `*-1`
  | { readonly double: string }
  | { readonly verbatim: string }
  | { readonly map: readonly (readonly [Answer, Answer])[] }
  | { readonly set: readonly Answer[] }
  | { readonly push: readonly Answer[] };

interface Decoded {
  readonly answer: Answer;
  readonly end: number;
}

/** The answer that starts at the offset, or undefined when it is incomplete. */
export function decodeAnswer(bytes: Buffer, at: number): Decoded | undefined {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd < 0) return undefined;
  const line = bytes.toString('latin1', at + 1, lineEnd);
  const end = lineEnd + 2;
  const mark = String.fromCharCode(bytes[at]!);
  switch (mark) {
    case '+':
      return { answer: { status: line }, end };
    case '-':
      return { answer: { error: line }, end };
    case ':':
      return { answer: Number.isSafeInteger(Number(line)) ? Number(line) : BigInt(line), end };
    case '_':
      return { answer: null, end };
    case ',':
      return { answer: { double: line }, end };
    case '$':
    case '=':
      return decodeBulk(bytes, end, Number(line), mark);
    case '*':
      if (line === '-1') return { answer: { nil: 'array' }, end };
      return decodeItems(bytes, end, Number(line), (items) => items);
    case '~':
      return decodeItems(bytes, end, Number(line), (items) => ({ set: items }));
    case '>':
      return decodeItems(bytes, end, Number(line), (items) => ({ push: items }));
    case '%':
      return decodeItems(bytes, end, Number(line) * 2, (items) => ({ map: pairsOf(items) }));
    default:
      throw new Error(`no RESP type starts with ${JSON.stringify(mark)}`);
  }
}

function decodeBulk(bytes: Buffer, start: number, length: number, mark: string): Decoded | undefined {
  if (length < 0) return { answer: null, end: start };
  if (bytes.length < start + length + 2) return undefined;
  const text = bytes.toString('latin1', start, start + length);
  return { answer: mark === '=' ? { verbatim: text.slice(4) } : text, end: start + length + 2 };
}

function decodeItems(
  bytes: Buffer,
  start: number,
  count: number,
  wrap: (items: Answer[]) => Answer,
): Decoded | undefined {
  const items: Answer[] = [];
  let at = start;
  while (items.length < count) {
    const item = decodeAnswer(bytes, at);
    if (!item) return undefined;
    items.push(item.answer);
    at = item.end;
  }
  return { answer: wrap(items), end: at };
}

function pairsOf(items: readonly Answer[]): [Answer, Answer][] {
  return Array.from({ length: items.length / 2 }, (_, pair) => [items[pair * 2]!, items[pair * 2 + 1]!]);
}
