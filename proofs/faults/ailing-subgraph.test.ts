// A subgraph that is away, flaps, falls silent or lies costs a crowd of clients its own fields and nothing else: not the
// fields of others, not their time, not the router's memory, and no mutation reaches it twice.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFullProof, proofSize } from '@mosaic/embedded/proof-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { median, quantile, rounded } from '../load/quantiles.js';
import { KeptConnection } from '../load/wire/kept-connection.js';
import { type AilingSubgraph, openAilingSubgraph } from './lab/ailing-subgraph.js';
import { type Ailment, answers503, flaps, isSilent, isWell, lies, limps } from './lab/ailments.js';
import { askAndLeave } from './lab/leaver.js';
import { type Kind, sendCrowd, type Visit, visit } from './lab/readers.js';
import { type RouterApart, startRouterApart } from './lab/router-apart.js';

const CLIENTS = proofSize({ full: 1_000, quick: 60 });
const PAUSE_MS = proofSize({ full: 4_000, quick: 250 });
/** Sixteen may wait for each: room for all at once, since those who timed out together come back together. */
const CONNECTIONS = proofSize({ full: 64, quick: 24 });
const DEADLINE_MS = 2_000;
/** What a busy machine may take on top. */
const MARGIN_MS = 2_000;
const MOST_GROWTH = 50;
const TIMEOUT = 120_000;

let folder: string;
let reviews: AilingSubgraph;
let router: RouterApart;
/** Mebibytes, at the most, while everything was well. */
let usualMemory: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaic-ailing-'));
  reviews = await openAilingSubgraph();
  const path = join(folder, 'supergraph.graphql');
  await writeFile(path, reviews.supergraph);
  router = await startRouterApart({
    SUPERGRAPH_PATH: path,
    SUBGRAPH_CONNECTIONS: String(CONNECTIONS),
    SUBGRAPH_TIMEOUT_MS: String(DEADLINE_MS),
    MUTATION_DEADLINE_MS: String(DEADLINE_MS),
    SUBGRAPH_LARGEST_ANSWER: String(256 * 1_024),
  });
  const lookout = router.watch(reviews.port);
  const visits = await send(proofSize({ full: 15_000, quick: 1_000 })).finally(lookout.callOff);
  usualMemory = lookout.most.memory;
  expect(codesOf(visits)).toEqual([null]);
});

afterAll(async () => {
  router.stop();
  reviews.stop();
  await rm(folder, { recursive: true, force: true });
});

const address = () => `http://127.0.0.1:${router.port}/graphql`;
const everyKind: readonly Kind[] = ['query', 'mutation', 'healthy'];
const send = (forMs: number, kinds = everyKind) =>
  sendCrowd({ port: router.port, clients: CLIENTS, pauseMs: PAUSE_MS, kinds }, forMs);

const codesOf = (visits: readonly Visit[]) => [...new Set(visits.map(({ code }) => code))].sort();
const wantsReviews = ({ kind }: Visit): boolean => kind !== 'healthy';
const times = (visits: readonly Visit[]) => visits.map(({ ms }) => ms);

/** Sends the crowd to a subgraph with this ailment. Whatever it has, this much always holds. */
async function suffer(ailment: Ailment, forMs: number, kinds = everyKind): Promise<Visit[]> {
  reviews.fall(ailment);
  const before = reviews.arrivals.length;
  const lookout = router.watch(reviews.port);
  const visits = await send(forMs, kinds).finally(lookout.callOff);
  const { connections, memory } = lookout.most;
  const ill = visits.filter(wantsReviews);
  const well = visits.filter((one) => !wantsReviews(one));
  const seen = {
    asked: ill.length,
    sent: reviews.arrivals.length - before,
    connections,
    growth: rounded(memory - usualMemory),
    slowest: rounded(Math.max(...times(visits))),
    healthyP90: rounded(quantile(times(well), 0.9)),
  };
  if (isFullProof) console.info(JSON.stringify(seen));
  expect(seen.sent).toBeGreaterThan(0);
  // A tenth may be retries, after ten at once.
  expect(seen.sent).toBeLessThanOrEqual(seen.asked * 1.1 + 10);
  expect(reviews.mostOften('query')).toBeLessThanOrEqual(2);
  expect(reviews.mostOften('mutation')).toBe(1);
  expect(seen.connections).toBeLessThanOrEqual(CONNECTIONS);
  expect(seen.growth).toBeLessThan(MOST_GROWTH);
  expect(seen.slowest).toBeLessThan(DEADLINE_MS + MARGIN_MS);
  // Nowhere near the time of those who wait in vain, on a machine with much else to do.
  if (well.length > 0) expect(seen.healthyP90).toBeLessThan(DEADLINE_MS / 2);
  return visits;
}

/** When the circuit opened first after that, both in epoch milliseconds. */
function openedAt(since: number): number {
  const opened = router.circuit.find(({ isOpen, at }) => isOpen && at >= since);
  if (!opened) throw new Error('the circuit did not open');
  return opened.at;
}

/** Nothing is done for the router: it is the subgraph that is well again. */
async function expectHealed(): Promise<void> {
  reviews.fall(isWell);
  const connection = await KeptConnection.open(address(), 'reader');
  const began = performance.now();
  while ((await visit(connection, 'query')).code !== null);
  const healedMs = performance.now() - began;
  const after: Visit[] = [];
  for (let at = 0; at < 10; at += 1) after.push(await visit(connection, at % 2 ? 'query' : 'mutation'));
  connection.close();
  if (isFullProof) console.info(`healed after ${rounded(healedMs)} ms`);
  expect(codesOf(after)).toEqual([null]);
  expect(healedMs).toBeLessThan(5_000);
}

test('503 for a while, then up and down by turns', { timeout: TIMEOUT }, async () => {
  const began = Date.now();
  expect(codesOf((await suffer(answers503, proofSize({ full: 10_000, quick: 2_000 }))).filter(wantsReviews))).toEqual([
    'SUBGRAPH_UNAVAILABLE',
  ]);
  await suffer(flaps(1_000), proofSize({ full: 30_000, quick: 2_500 }));
  // What was on its way when it opened arrives yet; the first probe comes two seconds later.
  const from = openedAt(began) + 1_000;
  const until = router.circuit.find(({ isOpen, at }) => !isOpen && at > from)?.at ?? Date.now();
  const probes = reviews.arrivals.filter((at) => at > from && at <= until);
  if (isFullProof) console.info(`${probes.length} probes in ${until - from} ms`);
  expect(probes.length).toBeGreaterThan(0);
  // Five in ten seconds, less what the clocks of two busy processes may differ.
  for (const first of probes) {
    expect(probes.filter((at) => at >= first && at < first + 9_500).length).toBeLessThanOrEqual(5);
  }
  expect(probes.length).toBeLessThanOrEqual(Math.ceil((until - from) / 2_000) + 1);
});

test('silence', { timeout: TIMEOUT }, async () => {
  await expectHealed();
  expect(codesOf(await suffer(isWell, proofSize({ full: 10_000, quick: 1_000 })))).toEqual([null]);
  reviews.fall(isSilent);
  for (let left = 0; left < 10; left += 1) expect(await askAndLeave(router.port, reviews)).toBeLessThan(1_000);

  const began = Date.now();
  const visits = await suffer(isSilent, proofSize({ full: 30_000, quick: 3_500 }));
  const ill = visits.filter(wantsReviews);
  expect(codesOf(ill)).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE']);
  const opened = openedAt(began);
  const spared = ill.filter(({ askedAt }) => askedAt > opened);
  if (isFullProof)
    console.info(`open after ${opened - began} ms; then ${spared.length} in ${rounded(median(times(spared)))} ms`);
  // However well it answered until then.
  expect(opened - began).toBeLessThan(DEADLINE_MS + MARGIN_MS);
  expect(spared.length).toBeGreaterThan(CLIENTS / 2);
  expect(median(times(spared))).toBeLessThan(200);
  await expectHealed();
});

test('lies: endless, halved, broken off, noise, of another type, a byte now and then', {
  timeout: TIMEOUT,
}, async () => {
  const visits = await suffer(lies, proofSize({ full: 10_000, quick: 1_500 }));
  expect(codesOf(visits.filter(wantsReviews))).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE']);
  await expectHealed();
});

test('three failures in ten are mended by asking again, a tenth more at most', { timeout: TIMEOUT }, async () => {
  const visits = await suffer(limps, proofSize({ full: 10_000, quick: 1_500 }), ['query']);
  expect(codesOf(visits)).toEqual(['SUBGRAPH_UNAVAILABLE', null]);
  expect(reviews.mostOften('query')).toBe(2);
});
