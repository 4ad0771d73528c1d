// A users subgraph that knows one password, rotates refresh tokens and remembers who asked, and a media subgraph that says who
// asks; behind the router's real supergraph, so that what the router asks for fits the graph.
import { readConfig } from '@mosaic/kernel/config/read-config';
import { callerKeys } from '@mosaic/kernel/config/settings';
import { type CallerClaims, CallerVerifier, callerHeader } from '@mosaic/kernel/identity/caller-assertion';
import { callerKeysText, type TestIssuer, viewer } from './keys.js';
import { type RawSubgraph, rawSubgraph, sendJson } from './raw-subgraph.js';

const keys = readConfig({ MOSAIC_CALLER_KEYS: callerKeys }, { MOSAIC_CALLER_KEYS: callerKeysText }).MOSAIC_CALLER_KEYS;
const verifiers = { users: new CallerVerifier('users', keys), media: new CallerVerifier('media', keys) };

interface Call {
  /** The root field; for media the path. */
  readonly asked: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly viewer: string | null;
  readonly guest: string | null;
  readonly locale: string;
}

export interface Users {
  readonly subgraph: RawSubgraph;
  readonly calls: Call[];
  /** Refresh tokens that work now. */
  readonly living: Set<string>;
  /** Answers 503 while it is set. */
  isDown: boolean;
}

export const PASSWORD = 'correct horse';
export const refused = (code: string) => ({ code, message: code, path: ['password'], parameters: [] });

export async function startUsers(issuer: TestIssuer): Promise<Users> {
  const users: Users = {
    subgraph: await rawSubgraph(async (response, body, request) => {
      const { method = '', url = '', headers } = request;
      if (users.isDown) return void response.writeHead(503).end();
      const assertion = String(headers[callerHeader]);
      if (url.startsWith('/media/')) {
        const claims = verifiers.media.verify(assertion, method, url, '') as CallerClaims;
        users.calls.push({ asked: url, input: {}, ...who(claims) });
        return void response.end(claims.viewer?.id ?? 'nobody');
      }
      const claims = verifiers.users.verify(assertion, method, url, body) as CallerClaims;
      const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: { input?: Call['input'] } };
      const field = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
      users.calls.push({ asked: field, input: variables.input ?? {}, ...who(claims) });
      sendJson(response, { data: { [field]: await answer(field, variables.input ?? {}, claims) } });
    }),
    calls: [],
    living: new Set(),
    isDown: false,
  };
  let number = 0;

  async function session(refreshToken: string) {
    users.living.add(refreshToken);
    const accessToken = await issuer.tokenFor(viewer('ada'));
    const accessTokenExpiresAt = new Date(Date.now() + 600_000).toISOString();
    const granted = { accessToken, accessTokenExpiresAt, refreshToken, user: { id: 'ada' } };
    return { session: granted, userErrors: [] };
  }
  async function answer(field: string, input: Call['input'], claims: CallerClaims): Promise<unknown> {
    if (field === 'me') return claims.viewer && { id: claims.viewer.id };
    if (field === 'signOut') return { endedSessionId: claims.viewer?.sessionId ?? null, userErrors: [] };
    if (field === 'startGuest') {
      const expiresAt = new Date(Date.now() + 2_592_000_000).toISOString();
      return { guest: { ...(await issuer.guestTokenFor(`guest-${++number}`)), expiresAt }, userErrors: [] };
    }
    if (field === 'refreshSession') {
      const spent = String(input['refreshToken']);
      return users.living.delete(spent)
        ? session(`${spent}+`)
        : { session: null, userErrors: [refused('SESSION_OVER')] };
    }
    if (input['password'] !== PASSWORD) return { session: null, userErrors: [refused('WRONG_CREDENTIALS')] };
    return session(`refresh-${++number}`);
  }
  return users;
}

const who = ({ viewer, guest, locale }: CallerClaims) => ({ viewer: viewer?.id ?? null, guest, locale });
