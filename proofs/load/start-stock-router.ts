// Starts the stock path as a process of its own, in front of the subgraphs of a running world.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { perSubgraph } from '@mosaic/embedded/supervisor/subgraphs';
import { root } from './in-world.js';

export interface StockRouter {
  readonly url: string;
  readonly pid: number;
  stop(): void;
}

/** Resolves when it serves; rejects when it ended before. */
export async function startStockRouter(world: World): Promise<StockRouter> {
  const { MOSAIC_CALLER_KEYS, MOSAIC_ISSUER } = world.demoEnvironment();
  const child = fork(join(root, 'proofs/dist/load/stock-router.js'), {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      APOLLO_TELEMETRY_DISABLED: '1',
      MOSAIC_CALLER_KEYS,
      MOSAIC_ISSUER,
      JWKS_URL: world.urls.users.replace('/graphql', '/.well-known/jwks.json'),
      SUPERGRAPH: join(root, 'schema/supergraph.graphql'),
      SUBGRAPH_URLS: JSON.stringify(perSubgraph((name) => world.urls[name])),
    },
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the stock router did not start');
  });
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
  ended.catch(() => {});
  return { url: report.url, pid: child.pid!, stop: () => child.disconnect() };
}
