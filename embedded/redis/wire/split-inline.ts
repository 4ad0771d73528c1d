/** Splits an inline command line into arguments, with the quoting rules of Redis (sdssplitargs). */

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** Returns the arguments, or undefined when the quotes are unbalanced. */
export function splitInline(line: string): string[] | undefined {
  const args: string[] = [];
  let at = 0;
  for (;;) {
    while (at < line.length && isSpace(line[at])) at++;
    if (at >= line.length) return args;
    const taken = takeArgument(line, at);
    if (taken === undefined) return undefined;
    args.push(taken.text);
    at = taken.end;
  }
}

function takeArgument(line: string, start: number): { text: string; end: number } | undefined {
  let text = '';
  let at = start;
  while (at < line.length && !isSpace(line[at])) {
    const char = line[at]!;
    if (char !== '"' && char !== "'") {
      text += char;
      at++;
      continue;
    }
    const quoted = char === '"' ? takeDoubleQuoted(line, at + 1) : takeSingleQuoted(line, at + 1);
    if (quoted === undefined) return undefined;
    // A closing quote must be followed by a space or nothing at all.
    if (quoted.end < line.length && !isSpace(line[quoted.end])) return undefined;
    text += quoted.text;
    at = quoted.end;
  }
  return { text, end: at };
}

function takeDoubleQuoted(line: string, start: number): { text: string; end: number } | undefined {
  let text = '';
  for (let at = start; at < line.length; at++) {
    const char = line[at]!;
    if (char === '"') return { text, end: at + 1 };
    if (char !== '\\' || at + 1 >= line.length) {
      text += char;
      continue;
    }
    const hex = /^x([0-9a-fA-F]{2})/.exec(line.slice(at + 1, at + 4));
    if (hex) {
      text += String.fromCharCode(Number.parseInt(hex[1]!, 16));
      at += 3;
    } else {
      at++;
      text += ESCAPES[line[at]!] ?? line[at];
    }
  }
  return undefined;
}

function takeSingleQuoted(line: string, start: number): { text: string; end: number } | undefined {
  let text = '';
  for (let at = start; at < line.length; at++) {
    if (line[at] === "'") return { text, end: at + 1 };
    if (line[at] === '\\' && line[at + 1] === "'") at++;
    text += line[at];
  }
  return undefined;
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r' || char === '\v' || char === '\f';
}
