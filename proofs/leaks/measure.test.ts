// The measure of leaks finds leaks: in numbers, and in a process that leaks on purpose.
import { expect, test } from 'vitest';
import { grown } from './lab/holdings.js';
import { inCrowds } from './lab/in-crowds.js';
import { startWatched } from './lab/watched.js';

const before = { heapBytes: 20_000_000, resources: { TCPServerWrap: 1, Timeout: 40 } };

test('a twentieth more is no leak, and less never is', () => {
  expect(grown(before, { heapBytes: 21_000_000, resources: { TCPServerWrap: 1, Timeout: 42 } })).toEqual([]);
  expect(grown(before, { heapBytes: 1_000_000, resources: {} })).toEqual([]);
});

test('more than that is, and so is what was not there before', () => {
  const after = { heapBytes: 21_000_001, resources: { TCPServerWrap: 2, Timeout: 43, TCPSocketWrap: 1 } };
  expect(grown(before, after)).toEqual([
    'bytes of heap: 20000000 before, 21000001 after',
    'TCPServerWrap: 1 before, 2 after',
    'Timeout: 40 before, 43 after',
    'TCPSocketWrap: 0 before, 1 after',
  ]);
});

async function holdingsAfter(requests: number, leaks: string) {
  const server = await startWatched('leaking-server.mjs', { LEAKS: leaks });
  const ask = async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/`);
    await answer.text();
  };
  await inCrowds(100, 4, ask);
  const first = await server.holdings();
  await inCrowds(requests, 4, ask);
  const complaints = grown(first, await server.holdings());
  server.stop();
  return complaints.map((complaint) => complaint.split(':')[0]);
}

test('a server that keeps 4 KiB of each request is found by its heap', async () => {
  expect(await holdingsAfter(300, 'memory')).toContain('bytes of heap');
});

test('a server that forgets timers is found by its handles', async () => {
  expect(await holdingsAfter(100, 'timers')).toContain('Timeout');
});

test('the same server without a leak is not complained about', async () => {
  expect(await holdingsAfter(300, 'nothing')).toEqual([]);
});
