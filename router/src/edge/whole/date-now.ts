// The Date header (RFC 9110, 6.6.1), written anew once a second.
let second = 0;
let text = '';

export function dateNow(): string {
  const now = Math.floor(Date.now() / 1_000);
  if (now !== second) {
    second = now;
    text = new Date(now * 1_000).toUTCString();
  }
  return text;
}
