// After thousands of clients came and went, however they went, the router holds what it held before: heap, handles, and
// connections and streams to subgraphs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFullProof, proofSize } from '@mosaic/embedded/proof-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../lab/eventually.js';
import { grown, type Holdings } from './lab/holdings.js';
import { inCrowds } from './lab/in-crowds.js';
import { listenAndGo, waysToGo } from './lab/listener.js';
import { type Newsroom, openNewsroom } from './lab/newsroom.js';
import { visit } from './lab/visitor.js';
import { startWatched, type Watched } from './lab/watched.js';

const CYCLES = proofSize({ full: 10_000, quick: 1_000 });
const REQUESTS = proofSize({ full: 200_000, quick: 20_000 });
const VISITORS = 16;
const LISTENERS = 20;
const TIMEOUT = proofSize({ full: 600_000, quick: 60_000 });

let folder: string;
let newsroom: Newsroom;
let router: Watched;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaic-leaks-'));
  newsroom = await openNewsroom();
  const path = join(folder, 'supergraph.graphql');
  await writeFile(path, newsroom.supergraph);
  router = await startWatched('../../../router/dist/main.js', {
    NODE_ENV: 'production',
    LOG_LEVEL: 'ERROR',
    SUPERGRAPH_PATH: path,
  });
});

afterAll(async () => {
  router.stop();
  newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

const listeners = (count: number) =>
  inCrowds(count, LISTENERS, (n) => listenAndGo(router.port, String(n % 100), waysToGo[n % waysToGo.length]!));

const visitors = (requests: number) => inCrowds(VISITORS, VISITORS, () => visit(router.port, requests / VISITORS));

/** What the router holds once nobody is there: everything to subgraphs is closed, or the connections are idle and hung up. */
async function atRest(): Promise<Holdings> {
  await eventually(
    async () => {
      newsroom.hangUpIdle();
      return { connections: newsroom.connections, streams: newsroom.streams };
    },
    ({ connections, streams }) => connections === 0 && streams === 0,
    20_000,
  );
  return router.holdings();
}

/** Timers of connections that are gone run out by themselves: only what stays is a leak. */
async function expectBackWhere(before: Holdings): Promise<void> {
  const after = await eventually(atRest, (now) => grown(before, now).length === 0).catch(atRest);
  if (isFullProof) console.info(JSON.stringify({ before, after }));
  expect(grown(before, after)).toEqual([]);
}

test(`${CYCLES} listeners that leave in every way leave nothing behind`, { timeout: TIMEOUT }, async () => {
  await listeners(400);
  const before = await atRest();
  await listeners(CYCLES);
  await expectBackWhere(before);
});

test(`${REQUESTS} requests, some of them given up, leave nothing behind`, { timeout: TIMEOUT }, async () => {
  await visitors(4_000);
  const before = await atRest();
  await visitors(REQUESTS);
  await expectBackWhere(before);
});
