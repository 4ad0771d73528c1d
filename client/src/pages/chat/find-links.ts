// A text and the web addresses in it. Only http and https become links; what ends a sentence is not part of one.
export interface TextPart {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  readonly url: string | null;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+/gi;
const AFTER_SENTENCE = /[.,;:!?…»)\]}]+$/;

export function findLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const add = (part: string, url: string | null) => {
    if (part) parts.push({ at, text: part, url });
    at += part.length;
  };
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    if (!URL.canParse(address)) continue;
    add(text.slice(at, index), null);
    add(address, new URL(address).href);
  }
  add(text.slice(at), null);
  return parts;
}

/** A closing bracket stays when the address opened it, as addresses of encyclopedias do. */
function trimmed(found: string): string {
  const ending = AFTER_SENTENCE.exec(found)?.[0] ?? '';
  const bare = found.slice(0, found.length - ending.length);
  return ending.startsWith(')') && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare;
}
