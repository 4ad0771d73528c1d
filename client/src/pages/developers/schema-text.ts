// The schema as text, cut into its definitions, and a definition into pieces that can be coloured.

export interface Definition {
  readonly name: string;
  readonly text: string;
}

const KEYWORDS = 'type|interface|union|enum|input|scalar|directive|schema|extend';
const BETWEEN = new RegExp(`\\n\\n(?="""|(?:${KEYWORDS})\\b)`);
const NAMED = new RegExp(`^(?:extend )?(?:${KEYWORDS})(?: @?(\\w+))?`, 'm');

export const definitionsIn = (sdl: string): readonly Definition[] =>
  sdl
    .trim()
    .split(BETWEEN)
    .map((text) => ({ name: NAMED.exec(text)?.[1] ?? 'schema', text: text.trim() }));

/** Those whose name is searched come first, then those that say it anywhere. */
export function findIn(definitions: readonly Definition[], search: string): readonly Definition[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return definitions;
  const rank = ({ name, text }: Definition): number => {
    const lower = name.toLowerCase();
    if (lower === wanted) return 0;
    if (lower.includes(wanted)) return 1;
    return text.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return definitions
    .map((definition) => ({ definition, at: rank(definition) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ definition }) => definition);
}

export interface Piece {
  readonly kind: 'words' | 'keyword' | 'type' | 'directive' | 'plain';
  readonly text: string;
}

const COLOURED = new RegExp(
  `("""[\\s\\S]*?"""|"[^"\\n]*"|#[^\\n]*)|\\b(${KEYWORDS}|implements|on)\\b|\\b([A-Z]\\w*)\\b|(@\\w+)`,
  'g',
);
const KINDS = ['words', 'keyword', 'type', 'directive'] as const;

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(COLOURED)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)] ?? 'plain';
    pieces.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces;
}
