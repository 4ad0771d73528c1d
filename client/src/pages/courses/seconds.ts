// A place in a film as players write it: 0:07, 12:34, 1:02:03.
export function writeSeconds(total: number): string {
  const seconds = Math.floor(total);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
