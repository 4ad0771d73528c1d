// Attributes as an admin types them: one per line, name and value with a colon between.
import type { Attribute } from '../search-address';

export const writeAttributes = (attributes: readonly Attribute[]): string =>
  attributes.map(({ key, value }) => `${key}: ${value}`).join('\n');

/** Null when a line has no name, no colon or no value. */
export function readAttributes(text: string): Attribute[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const attributes = lines.map((line) => /^([^:]*[^:\s])\s*:\s*(.+)$/.exec(line));
  if (attributes.includes(null)) return null;
  return attributes.flatMap((match) => (match?.[1] && match[2] ? [{ key: match[1], value: match[2] }] : []));
}

/** "Tapis d’été · Mat" as "tapis-d-ete-mat". */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
