// Asks a running users subgraph as the router does: a signed call over HTTP.
import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { UsersConfig } from '../../src/config.js';

export interface Answer {
  data: Record<string, never> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export type Ask = (query: string, variables?: object, viewer?: Viewer | null) => Promise<Answer>;

export const asker =
  (url: string, config: UsersConfig): Ask =>
  async (query, variables = {}, viewer = null) => {
    const body = JSON.stringify({ query, variables });
    const claims = {
      audience: 'users',
      method: 'POST',
      path: '/graphql',
      viewer,
      locale: 'en',
      requestId: 'r1',
      deadline: Date.now() + 10_000,
    } as const;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [callerHeader]: signCall(config.MOSAIC_CALLER_KEYS, claims, body),
      },
      body,
    });
    return (await response.json()) as Answer;
  };
