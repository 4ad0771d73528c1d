/**
 * Glob patterns of KEYS, SCAN and PSUBSCRIBE: `*`, `?`, `[a-z]`, `[^x]` and `\` to escape.
 * Matching takes at most pattern x text steps, so no pattern can stop the server.
 */

type Token = 'many' | ((char: string) => boolean);

/** Compiles a pattern into a test for whole texts. */
export function compileGlob(pattern: string): (text: string) => boolean {
  const tokens = tokenize(pattern);
  return (text) => matches(tokens, text);
}

function matches(tokens: readonly Token[], text: string): boolean {
  let token = 0;
  let at = 0;
  let retryToken = -1;
  let retryAt = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current === 'many') {
      retryToken = ++token;
      retryAt = at;
    } else if (current?.(text[at]!)) {
      token++;
      at++;
    } else if (retryToken >= 0) {
      // Only the latest star needs another try: an earlier one could not do better.
      token = retryToken;
      at = ++retryAt;
    } else {
      return false;
    }
  }
  while (tokens[token] === 'many') token++;
  return token === tokens.length;
}

function tokenize(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    if (char === '*') {
      if (tokens.at(-1) !== 'many') tokens.push('many');
    } else if (char === '?') {
      tokens.push(() => true);
    } else if (char === '[') {
      const { test, end } = readClass(pattern, at + 1);
      tokens.push(test);
      at = end;
    } else {
      const literal = char === '\\' && at + 1 < pattern.length ? pattern[++at]! : char;
      tokens.push((other) => other === literal);
    }
  }
  return tokens;
}

/** Reads `a-z...]`; an unclosed class ends with the pattern. */
function readClass(pattern: string, start: number): { test: (char: string) => boolean; end: number } {
  const negated = pattern[start] === '^';
  const ranges: [string, string][] = [];
  let at = negated ? start + 1 : start;
  for (; at < pattern.length && pattern[at] !== ']'; at++) {
    if (pattern[at] === '\\' && at + 1 < pattern.length) {
      at++;
      ranges.push([pattern[at]!, pattern[at]!]);
    } else if (pattern[at + 1] === '-' && at + 2 < pattern.length) {
      const [from, to] = [pattern[at]!, pattern[at + 2]!];
      ranges.push(from <= to ? [from, to] : [to, from]);
      at += 2;
    } else {
      ranges.push([pattern[at]!, pattern[at]!]);
    }
  }
  return { test: (char) => ranges.some(([from, to]) => char >= from && char <= to) !== negated, end: at };
}
