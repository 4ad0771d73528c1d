// One question, as any of the viewers: through the router, or straight at a subgraph as the router would put it.
import { type CallerKeys, callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { decodeJwt } from 'jose';
import type { Person } from '../lab/person.js';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The token's own words, which is what the router puts into its assertion. */
function viewerOf(person: Person): Viewer {
  const { sub, sid, role } = decodeJwt<{ sid: string; role: string }>(person.session.accessToken);
  return { id: String(sub), sessionId: sid, role };
}

export async function askRouter(url: string, person: Person | null, query: string, variables: object): Promise<Answer> {
  const authorization = person && { authorization: `Bearer ${person.session.accessToken}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Answer;
}

export async function askSubgraph(
  at: { name: string; url: string; keys: CallerKeys },
  person: Person | null,
  query: string,
  variables: object,
): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  const claims = {
    audience: at.name,
    method: 'POST',
    path: '/graphql',
    viewer: person && viewerOf(person),
    locale: 'en' as const,
    requestId: 'access-proof',
    deadline: Date.now() + 5_000,
  };
  const headers = { 'content-type': 'application/json', [callerHeader]: signCall(at.keys, claims, body) };
  const response = await fetch(at.url, { method: 'POST', headers, body });
  return (await response.json()) as Answer;
}
