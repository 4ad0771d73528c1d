// Form bodies as Stripe reads them: `a=1&b[c]=2&d[0]=x` is {a: '1', b: {c: '2'}, d: {0: 'x'}}. Every leaf is text.

export interface Form {
  readonly [name: string]: string | Form;
}
type Growing = { [name: string]: string | Growing };

const DEEPEST = 5;

/** Null for what is no form of ours: a name without an end, one name used as text and as a group, more than 5 levels. */
export function readForm(text: string): Form | null {
  const form: Growing = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const path = pathOf(name);
    if (!path || !place(form, path, value)) return null;
  }
  return form;
}

function pathOf(name: string): string[] | null {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) return null;
  const path = [match[1]!, ...[...match[2]!.matchAll(/\[([^[\]]*)\]/g)].map(([, part]) => part!)];
  return path.length <= DEEPEST ? path : null;
}

function place(form: Growing, path: string[], value: string): boolean {
  let group = form;
  for (const part of path.slice(0, -1)) {
    group[part] ??= Object.create(null) as Growing;
    const next = group[part];
    if (typeof next === 'string') return false;
    group = next;
  }
  const last = path.at(-1)! || String(Object.keys(group).length);
  if (typeof group[last] === 'object') return false;
  group[last] = value;
  return true;
}
