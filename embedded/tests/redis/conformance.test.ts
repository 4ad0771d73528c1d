// One list of cases, each with the answers a real Redis 7.0 gives. The stand-in must give exactly these; with
// REAL_REDIS_URL set (an empty server: the cases call FLUSHALL) that server must too, answer for answer the same.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisServer, startRedis } from '../../redis/start-redis.js';
import { ALL_CASES } from './conformance/all-cases.js';
import { runCase } from './conformance/run-case.js';

const realUrl = process.env['REAL_REDIS_URL'];
let standIn: RedisServer;

beforeAll(async () => {
  standIn = await startRedis();
});
afterAll(() => standIn.stop());

test('every case has its own name', () => {
  const names = ALL_CASES.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe('the stand-in answers as Redis does', () => {
  test.each(ALL_CASES)('$name', async (conformanceCase) => {
    const transcript = await runCase(standIn.url, conformanceCase);
    expect(transcript.map(({ step, answer }) => [step, answer])).toEqual(
      transcript.map(({ step, expected }) => [step, expected]),
    );
  });
});

if (realUrl !== undefined) {
  describe('the real Redis gives the same answers', () => {
    test.each(ALL_CASES)('$name', async (conformanceCase) => {
      const [real, ours] = [await runCase(realUrl, conformanceCase), await runCase(standIn.url, conformanceCase)];
      expect(real.map(({ step, answer }) => [step, answer])).toEqual(
        real.map(({ step, expected }) => [step, expected]),
      );
      expect(ours).toEqual(real);
    });
  });
}
