/** The path of this app to go on to; anything that could lead to another site, or back here, is the start page instead. */
export function ownPath(next: string | null): string {
  if (!next?.startsWith('/') || !URL.canParse(next, location.origin)) return '/';
  const { origin, pathname, search, hash } = new URL(next, location.origin);
  // "/..//evil.test" is of our origin, and its path, taken alone, is of another.
  const isOurs = origin === location.origin && !pathname.startsWith('//') && pathname !== '/sign-in';
  return isOurs ? pathname + search + hash : '/';
}
