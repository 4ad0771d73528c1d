// fetch for everything that asks as the viewer: the token is refreshed before it expires, and once more when the server
// says that it is no good. Both happen without the page noticing.
import { isSignedIn, keepFresh, refresh } from './session';

/** A request that takes longer has failed; the router's own deadline for a mutation is 10 s. */
const PATIENCE_MS = 20_000;

export async function fetchFresh(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  await keepFresh();
  const ask = () => fetch(input, { ...init, signal: withPatience(init.signal) });
  const response = await ask();
  if (response.status !== 401 || !isSignedIn()) return response;
  return (await refresh()) ? ask() : response;
}

function withPatience(signal: AbortSignal | null | undefined): AbortSignal {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  return signal ? AbortSignal.any([signal, patience]) : patience;
}
