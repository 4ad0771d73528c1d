// What makes two requests under one idempotency key "the same": equal canonical JSON of the input.
import { createHash } from 'node:crypto';

/** SHA-256 of the input with object keys sorted and undefined members dropped, so that spelling order does not matter. */
export const fingerprint = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(input)) ?? 'null')
    .digest('base64url');

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, canonical(member)]));
}
