// A router with two subgraphs, a key set and a Redis, for one test file: `const lab = useLab()`.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mosaic/embedded/redis/start-redis';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import type { JWK } from 'jose';
import { afterAll, beforeAll } from 'vitest';
import { readRouterConfig } from '../../src/config.js';
import { startRouter } from '../../src/router.js';
import { callerKeysText, ISSUER, type TestIssuer, testIssuer } from './keys.js';
import { people } from './people.js';
import { room } from './rooms.js';
import { type Name, startSubgraph, writeSupergraph } from './subgraphs.js';

export interface Lab {
  url: string;
  readonly folder: string;
  readonly issuer: TestIssuer;
  readonly redisUrl: string;
  readonly jwks: KeyPage;
  /** Lines the router logged, parsed. */
  readonly lines: Record<string, unknown>[];
  readonly subgraphUrls: Record<string, string>;
  token(viewer: Viewer): Promise<string>;
  stopSubgraph(name: Name): Promise<void>;
  /** On the same port as before. */
  restartSubgraph(name: Name): Promise<void>;
  stopRedis(): Promise<void>;
  /** Another router beside the first, or after it. */
  startRouter(settings?: Record<string, string>): Promise<{ url: string; stop: () => Promise<void> }>;
}

export function useLab(settings: Record<string, string> = {}): Lab {
  const scope = new Scope();
  const lab = {} as { -readonly [K in keyof Lab]: Lab[K] };
  beforeAll(async () => {
    // The files of one worker share them, and the followers of the file before may still be leaving.
    room.clear();
    people.clear();
    Object.assign(lab, await openLab(scope));
    lab.url = (await lab.startRouter(settings)).url;
  });
  afterAll(() => scope.close());
  return lab;
}

async function openLab(scope: Scope): Promise<Omit<Lab, 'url'>> {
  const folder = scope.own(await mkdtemp(join(tmpdir(), 'mosaic-router-')), (path) => rm(path, { recursive: true }));
  const supergraph = join(folder, 'supergraph.graphql');
  const [issuer, redis] = await Promise.all([testIssuer(), startRedis({}), writeSupergraph(supergraph)]);
  scope.defer(() => redis.stop());
  const jwks = await keyPage(scope, [issuer.publicKey]);
  const lines: Record<string, unknown>[] = [];
  const log = createLogger('router', 'DEBUG', { write: (line) => void lines.push(JSON.parse(line)) });

  const running = new Map<Name, Scope>();
  const ports = new Map<Name, number>();
  const subgraphUrls: Record<string, string> = {};
  const start = async (name: Name) => {
    const own = scope.own(new Scope(), (inner) => inner.close());
    const { port, url } = await startSubgraph(own, name, ports.get(name));
    running.set(name, own);
    ports.set(name, port);
    subgraphUrls[name] = url;
  };
  await start('people');
  await start('rooms');

  return {
    folder,
    issuer,
    redisUrl: redis.url,
    jwks,
    lines,
    subgraphUrls,
    token: (viewer) => issuer.tokenFor(viewer),
    stopSubgraph: async (name) => running.get(name)?.close(),
    restartSubgraph: start,
    stopRedis: () => redis.stop(),
    async startRouter(settings = {}) {
      const own = scope.own(new Scope(), (inner) => inner.close());
      const config = readRouterConfig({
        PORT: '0',
        NODE_ENV: 'test',
        REDIS_URL: redis.url,
        MOSAIC_CALLER_KEYS: callerKeysText,
        MOSAIC_ISSUER: ISSUER,
        JWKS_URL: jwks.url,
        JWKS_CACHE: join(folder, 'jwks.json'),
        SUPERGRAPH: supergraph,
        APP_DIR: join(folder, 'no-app'),
        SUBGRAPH_URLS: JSON.stringify(subgraphUrls),
        CORS_ORIGINS: 'https://app.example',
        DRAIN_SPREAD_MS: '200',
        ...settings,
      });
      const { url } = await startRouter(own, config, log);
      return { url, stop: () => own.close() };
    },
  };
}

interface KeyPage {
  readonly url: string;
  keys: JWK[];
  /** How often it was asked. */
  asked: number;
  /** Answers 503 while it is set. */
  isDown: boolean;
}

async function keyPage(scope: Scope, keys: JWK[]): Promise<KeyPage> {
  const page = { url: '', keys, asked: 0, isDown: false };
  const server = createServer((_, response) => {
    page.asked += 1;
    response.writeHead(page.isDown ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: page.keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer(() => server.close());
  page.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  return page;
}
