// A running users subgraph, asked as the router does: by signed calls over HTTP.
import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { decodeJwt } from 'jose';
import { readUsersConfig } from '../../src/config.js';
import { type Overrides, startSubgraph } from '../../src/subgraph.js';
import { environment, openDatabase, PASSWORD, quiet } from './open-lab.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape was asked for
type Data = any;

export interface Answer {
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export interface Person {
  id: string;
  email: string;
  refreshToken: string;
  viewer: Viewer;
}

export interface Served {
  url: string;
  /** Anonymous without a viewer. */
  ask(query: string, variables?: object, viewer?: Viewer | null, guest?: string | null): Promise<Answer>;
  /** Signs up through the API. */
  join(displayName: string): Promise<Person>;
  close(): Promise<void>;
}

export async function serve(
  overrides: Overrides = {},
  databaseUrl?: string,
  more: Record<string, string> = {},
): Promise<Served> {
  const scope = new Scope();
  const config = readUsersConfig(environment(databaseUrl ?? (await openDatabase(scope)), more));
  const { url } = await startSubgraph(scope, config, { log: quiet, ...overrides });

  const ask: Served['ask'] = async (query, variables = {}, viewer = null, guest = null) => {
    const body = JSON.stringify({ query, variables });
    const call = { audience: 'users', method: 'POST', path: '/graphql', locale: 'en', requestId: 'r' } as const;
    const assertion = signCall(
      config.MOSAIC_CALLER_KEYS,
      { ...call, viewer, guest, deadline: Date.now() + 10_000 },
      body,
    );
    const headers = { 'content-type': 'application/json', [callerHeader]: assertion };
    return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Answer;
  };

  const join: Served['join'] = async (displayName) => {
    const email = `${displayName.toLowerCase().replace(/\W+/g, '.')}@people.test`;
    const { data } = await ask(SIGN_UP, { input: { email, password: PASSWORD, displayName } });
    return { email, ...personOf(data.signUp.session) };
  };
  return { url, ask, join, close: () => scope.close() };
}

export const SIGN_UP = /* GraphQL */ `
  mutation ($input: SignUpInput!) {
    signUp(input: $input) {
      session { accessToken accessTokenExpiresAt refreshToken user { id displayName role locale email } }
      userErrors { code message path parameters { name value } }
    }
  }
`;

export function personOf(session: { accessToken: string; refreshToken: string }): Omit<Person, 'email'> {
  const { sub = '', sid, role } = decodeJwt(session.accessToken) as { sub?: string; sid: string; role: string };
  return { id: sub, refreshToken: session.refreshToken, viewer: { id: sub, sessionId: sid, role } };
}

/** The codes of an answer's errors. */
export const codesOf = ({ errors = [] }: Answer): string[] => errors.map(({ extensions }) => extensions.code);
