// The server as a process: when it is ready, how it ends, and what a SIGKILL costs.
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startRedis } from '../../redis/start-redis.js';
import { RawClient } from './raw-client.js';
import { type RedisProcess, spawnRedis, temporaryDirectory, untilExit } from './redis-process.js';

let directory: ReturnType<typeof temporaryDirectory>;
let running: RedisProcess[];

async function spawn(args: string[] = [], channel?: 'none' | 'ipc' | 'stdin'): Promise<RedisProcess> {
  const started = await spawnRedis(args, channel);
  running.push(started);
  return started;
}

beforeEach(() => {
  directory = temporaryDirectory();
  running = [];
});
afterEach(async () => {
  for (const { end } of running) await end('SIGKILL');
  directory.remove();
});

test('SIGKILL loses no acknowledged write, three times over', async () => {
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < 3; round++) {
    const server = await spawn(['--data', directory.path]);
    const writers = Array.from({ length: 8 }, (_, writer) => writeUntilKilled(server, `counter:${writer}`));
    const enough = writers.map(({ acknowledgedMany }) => acknowledgedMany);
    await Promise.all(enough);
    await server.end('SIGKILL');
    for (const { key, last } of await Promise.all(writers.map(({ done }) => done))) acknowledged.set(key, last);
  }
  const server = await spawn(['--data', directory.path]);
  const redis = new Redis(server.port);
  for (const [key, last] of acknowledged) {
    const kept = Number(await redis.get(key));
    // The command in flight when the server died may have been kept without an answer, once per round.
    expect(kept).toBeGreaterThanOrEqual(last);
    expect(kept).toBeLessThanOrEqual(last + 1);
  }
  expect([...acknowledged.values()].every((last) => last >= 200)).toBe(true);
  redis.disconnect();
});

/** Increments one counter, command by command, until the server is gone. */
function writeUntilKilled(server: RedisProcess, key: string) {
  let reportMany = (): void => undefined;
  const acknowledgedMany = new Promise<void>((resolve) => {
    reportMany = resolve;
  });
  const done = (async () => {
    const client = await RawClient.open(`redis://127.0.0.1:${server.port}`);
    let last = 0;
    for (let count = 1; ; count++) {
      try {
        last = Number(await client.call(['INCR', key]));
      } catch {
        return { key, last };
      }
      if (count === 200) reportMany();
    }
  })();
  return { acknowledgedMany, done };
}

test('SIGTERM and SIGINT end it cleanly, with clients connected', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const server = await spawn(['--data', directory.path]);
    const client = await RawClient.open(`redis://127.0.0.1:${server.port}`);
    await client.call(['INCR', 'starts']);
    expect(await server.end(signal)).toEqual({ code: 0, signal: null });
    await client.untilClosed();
  }
  const server = await spawn(['--data', directory.path]);
  const client = await RawClient.open(`redis://127.0.0.1:${server.port}`);
  expect(await client.call(['GET', 'starts'])).toBe('2');
  client.close();
});

test('it ends when the IPC channel of its parent is gone', async () => {
  const { child } = await spawn([], 'ipc');
  child.disconnect();
  expect(await untilExit(child)).toEqual({ code: 0, signal: null });
});

test('with --guard-stdin it ends when stdin does', async () => {
  const { child } = await spawn(['--guard-stdin'], 'stdin');
  child.stdin!.end();
  expect(await untilExit(child)).toEqual({ code: 0, signal: null });
});

test('without a guard it does not care about stdin', async () => {
  const { child, port } = await spawn([], 'stdin');
  child.stdin!.end();
  await once(child.stdin!, 'close');
  const client = await RawClient.open(`redis://127.0.0.1:${port}`);
  expect(await client.call(['PING'])).toEqual({ status: 'PONG' });
  client.close();
});

test('a port that is taken is an error, not another port', async () => {
  const first = await startRedis();
  await expect(startRedis({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.stop();
});
