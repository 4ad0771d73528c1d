// One text for one value (RFC 8785 for what we put in: strings, finite numbers, booleans, null, lists and records).

/** Members sorted by UTF-16 code units, no white space. Throws a TypeError for what is not JSON. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
    throw new TypeError('this is not JSON');
  return JSON.stringify(value);
}
