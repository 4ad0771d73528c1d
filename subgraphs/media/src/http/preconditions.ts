// What a client already has, and which part it wants (RFC 9110, sections 13.1 and 14.1).
import type { IncomingHttpHeaders } from 'node:http';
import parseRange from 'range-parser';

/** If-None-Match (13.1.2): `*`, or a list in which our tag occurs, compared weakly. */
export function isUnchanged({ 'if-none-match': header }: IncomingHttpHeaders, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const tags = header.slice(0, 2_000).match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => tag.replace(/^W\//, '') === etag);
}

/** If-Range (13.1.5): compared strongly. We send no Last-Modified, so a date never matches. */
export const isRangeWelcome = ({ 'if-range': header }: IncomingHttpHeaders, etag: string): boolean =>
  header === undefined || String(header).trim() === etag;

/** From `start` up to, not including, `end`; null to send the whole, for no range, a bad one or several. */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'UNSATISFIABLE' | null {
  if (header === undefined || !/^bytes=/i.test(header) || header.length > 200) return null;
  // A suffix longer than the file means the whole file (14.1.2); the parser takes it for unsatisfiable.
  const suffix = /^bytes=\s*-(\d+)\s*$/i.exec(header)?.[1];
  if (suffix !== undefined && Number(suffix) >= size && size > 0) return { start: 0, end: size };
  const ranges = parseRange(size, header.toLowerCase(), { combine: true });
  if (ranges === -1) return 'UNSATISFIABLE';
  if (ranges === -2) return null;
  const [range, ...more] = ranges;
  return range && more.length === 0 ? { start: range.start, end: range.end + 1 } : null;
}
