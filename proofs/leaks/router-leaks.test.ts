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
/** Each has a socket of the router's to the subgraph. */
const PEOPLE = 8;
const TIMEOUT = proofSize({ full: 600_000, quick: 60_000 });

let folder: string;
let newsroom: Newsroom;
let router: Watched;
let start: Holdings;

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
  start = await router.holdings();
});

afterAll(async () => {
  router.stop();
  newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

const listeners = (count: number) =>
  inCrowds(count, LISTENERS, (n) => listenAndGo(router.port, String(n % PEOPLE), waysToGo[n % waysToGo.length]!));

const visitors = (requests: number) => inCrowds(VISITORS, VISITORS, () => visit(router.port, requests / VISITORS));

/** What the router holds once nobody listens any more; sockets to subgraphs may linger. */
async function unheard(): Promise<Holdings> {
  await eventually(
    async () => newsroom.streams,
    (streams) => streams === 0,
  );
  return router.holdings();
}

/**
 * Waits until nothing is more than it was: handles since the start, when nobody had come yet, the heap since `warm`. What
 * lingers, such as idle connections and their timers, ends by itself: only what stays is a leak.
 */
async function expectBackWhere(warm: Holdings): Promise<void> {
  const before = { heapBytes: warm.heapBytes, resources: start.resources };
  const atRest = async () => {
    newsroom.hangUpIdle();
    const { connections, streams } = newsroom;
    const after = await router.holdings();
    return { connections, streams, grown: grown(before, after), after };
  };
  const rest = await eventually(atRest, (now) => now.connections + now.streams + now.grown.length === 0, 30_000);
  if (isFullProof) console.info(JSON.stringify({ before, after: rest.after }));
  expect(rest).toMatchObject({ connections: 0, streams: 0, grown: [] });
}

test(`${CYCLES} listeners that leave in every way leave nothing behind`, { timeout: TIMEOUT }, async () => {
  await listeners(400);
  const warm = await unheard();
  await listeners(CYCLES);
  await expectBackWhere(warm);
});

test(`${REQUESTS} requests, some of them given up, leave nothing behind`, { timeout: TIMEOUT }, async () => {
  await visitors(4_000);
  const warm = await unheard();
  await visitors(REQUESTS);
  await expectBackWhere(warm);
});
