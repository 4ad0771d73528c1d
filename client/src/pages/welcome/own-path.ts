/** The path of this app to go on to; anything that could lead to another site is the start page instead. */
export function ownPath(next: string | null): string {
  if (!next?.startsWith('/')) return '/';
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : '/';
}
