// The session as the browser knows it. Tokens are in HttpOnly cookies that no script can read; a cookie without secrets
// says until when the access token lives. All tabs share one session: they refresh one at a time and leave together.

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

interface SessionAnswer {
  readonly userErrors: readonly Refusal[];
  readonly userId?: string | null;
}

/** The person left; the server ended the session; or, in another tab, somebody signed in. */
export type Turn = 'left' | 'ended' | 'entered';

const HINT = /(?:^|;\s*)mosaic-session=(\d+)/;
/** A token this close to its end is refreshed before it is used. */
const MARGIN_MS = 15_000;
const channel = new BroadcastChannel('mosaic-session');
const listeners = new Set<(turn: Turn) => void>();

/** When the access token expires, in ms since 1970; null when nobody is signed in. */
function expiresAt(): number | null {
  const text = HINT.exec(document.cookie)?.[1];
  return text ? Number(text) : null;
}

export const isSignedIn = (): boolean => expiresAt() !== null;

/** The server could not be reached, or could not answer. */
export class Unreachable extends Error {
  constructor(readonly requestId: string | null) {
    super('The server cannot be reached');
  }
}

/** Throws Unreachable. A 401 resolves to null: there is no session any more. */
async function post(verb: string, body: Readonly<Record<string, unknown>> = {}): Promise<SessionAnswer | null> {
  const response = await fetch(`/session/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Unreachable(null);
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Unreachable(response.headers.get('x-request-id'));
  return (await response.json()) as SessionAnswer;
}

/** Signs in or up; resolves to the refusals, none when it worked. Throws Unreachable. */
export async function enter(
  verb: 'sign-in' | 'sign-up',
  input: Readonly<Record<string, string>>,
): Promise<readonly Refusal[]> {
  const answer = await post(verb, { ...input, device: deviceName() });
  // Only a refresh may be told that there is no session; anything else that says so is broken.
  if (!answer) throw new Unreachable(null);
  const refusals = answer.userErrors;
  if (refusals.length === 0) channel.postMessage('entered' satisfies Turn);
  return refusals;
}

/** A guest may fill a cart; the cookie is kept when there is one already. Throws Unreachable. */
export const becomeGuest = (): Promise<unknown> => post('guest');

let refreshing: Promise<boolean> | undefined;

/** Resolves to false when the session is over; every tab hears of it. Throws Unreachable. */
export function refresh(): Promise<boolean> {
  refreshing ??= refreshOnce().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function refreshOnce(): Promise<boolean> {
  const known = expiresAt();
  return navigator.locks.request('mosaic-refresh', async () => {
    // Another tab may have refreshed while this one waited for its turn.
    if (expiresAt() !== known) return isSignedIn();
    if ((await post('refresh')) !== null) return true;
    end('ended');
    return false;
  });
}

/** Refreshes first when the token is about to expire. */
export async function keepFresh(): Promise<void> {
  const until = expiresAt();
  if (until !== null && until - Date.now() < MARGIN_MS) await refresh();
}

/** Ends the session on the server and in every tab. Throws Unreachable: then the person is still signed in. */
export async function leave(): Promise<void> {
  await post('sign-out');
  end('left');
}

/** Whoever holds something of the person's lets go of it here; called in every tab. */
export function onTurn(listener: (turn: Turn) => void): void {
  listeners.add(listener);
}

function end(turn: Turn): void {
  channel.postMessage(turn);
  for (const listener of listeners) listener(turn);
}

channel.onmessage = ({ data: turn }: MessageEvent<Turn>) => {
  for (const listener of listeners) listener(turn);
};

/** What a person recognises in the list of their sessions, e.g. "Chrome, Linux". */
function deviceName(): string {
  const agent = navigator.userAgent;
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(agent)?.[0] ?? 'Browser';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? '';
  return [{ Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser, system].filter(Boolean).join(', ');
}
