// A router with the real supergraph, and users and media behind it that a test can look into: `const lab = useSessions()`.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { Browser } from './browser.js';
import { type Lab, useLab } from './lab.js';
import { PASSWORD, startUsers, type Users } from './users.js';

const SUPERGRAPH = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url));

export interface SessionLab {
  readonly lab: Lab;
  readonly users: Users;
  /** The router's origin. */
  readonly origin: string;
  browser(page?: string): Browser;
  /** A browser in which Ada is signed in. */
  signedIn(): Promise<Browser>;
}

export const ADA = { email: 'ada@people.test', password: PASSWORD };

export function useSessions(settings: Record<string, string> = {}): SessionLab {
  const lab = useLab();
  const opened = { lab } as { -readonly [K in keyof SessionLab]: SessionLab[K] };
  beforeAll(async () => {
    opened.users = await startUsers(lab.issuer);
    const { url } = opened.users.subgraph;
    const router = await lab.startRouter({
      SUPERGRAPH,
      SUBGRAPH_URLS: JSON.stringify({ users: url, media: url }),
      ...settings,
    });
    opened.origin = new URL(router.url).origin;
    opened.browser = (page) => new Browser(opened.origin, page);
    opened.signedIn = async () => {
      const browser = opened.browser();
      const { status } = await browser.post('/session/sign-in', ADA);
      if (status !== 200) throw new Error(`not signed in: ${status}`);
      return browser;
    };
  });
  afterAll(() => opened.users.subgraph.stop());
  return opened;
}
