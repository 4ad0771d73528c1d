// A subgraph that fails is left alone, but for a probe now and then; one that is well again is noticed.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Breaker, breakerLaw } from '../../src/fetch/breaker.js';
import { eventually } from '../lab/eventually.js';
import { answerMe, answerStatus, codesOf, useRoad } from './road.js';

describe('the law', () => {
  let breaker: Breaker;
  let changes: boolean[];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
    changes = [];
    breaker = new Breaker({ ...breakerLaw, probeJitterMs: 0 }, (isTripped) => changes.push(isTripped));
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const fail = (times: number) => {
    for (let at = 0; at < times; at += 1) breaker.failed(breaker.admit() ?? -1);
  };
  const succeed = (times: number) => {
    for (let at = 0; at < times; at += 1) breaker.succeeded(breaker.admit() ?? -1);
  };

  it('concludes nothing from 19 calls, and trips at 20', () => {
    fail(19);
    expect([breaker.isTripped, breaker.admit()]).toEqual([false, 0]);
    fail(1);
    expect([breaker.isTripped, breaker.admit(), changes]).toEqual([true, null, [true]]);
  });

  it('trips when half of the calls failed, not before', () => {
    succeed(2);
    for (let at = 0; at < 48; at += 1) {
      fail(1);
      succeed(1);
    }
    fail(1);
    expect(breaker.isTripped).toBe(false);
    fail(1);
    expect(breaker.isTripped).toBe(true);
  });

  it('trips after 20 failures in a row, however many came back before', () => {
    succeed(1_000);
    fail(19);
    succeed(1);
    fail(19);
    expect(breaker.isTripped).toBe(false);
    fail(1);
    expect(breaker.isTripped).toBe(true);
  });

  it('forgets what is older than ten seconds', () => {
    fail(19);
    later(10_000);
    fail(19);
    expect(breaker.isTripped).toBe(false);
    later(5_000);
    fail(1);
    expect(breaker.isTripped).toBe(true);
  });

  it('sends one probe in two seconds, five in ten, and trips no further by them', () => {
    fail(20);
    let probes = 0;
    for (let ms = 0; ms < 10_000; ms += 10) {
      later(10);
      const era = breaker.admit();
      if (era === null) continue;
      probes += 1;
      breaker.failed(era);
    }
    expect([probes, changes]).toEqual([5, [true]]);
  });

  it('sends probes out of step: two to three seconds apart, each time otherwise', () => {
    breaker = new Breaker(breakerLaw, () => {});
    fail(20);
    const gaps: number[] = [];
    for (let ms = 0; gaps.length < 50; ms += 10) {
      later(10);
      if (breaker.admit() === null) continue;
      gaps.push(ms);
      ms = 0;
    }
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_990);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3_010);
    expect(new Set(gaps).size).toBeGreaterThan(10);
  });

  it('closes by the first probe that comes back, and then has forgotten all failures', () => {
    fail(20);
    later(2_000);
    succeed(1);
    expect([breaker.isTripped, changes]).toEqual([false, [true, false]]);
    fail(19);
    expect(breaker.isTripped).toBe(false);
  });

  it('does not wait for a probe that never comes back', () => {
    fail(20);
    later(2_000);
    expect([breaker.admit(), breaker.admit()]).toEqual([1, null]);
    later(2_000);
    expect(breaker.admit()).toBe(1);
  });

  it('learns nothing from calls that were sent before it changed', () => {
    const before = breaker.admit() ?? -1;
    fail(20);
    breaker.succeeded(before);
    expect(breaker.isTripped).toBe(true);
    later(2_000);
    succeed(1);
    for (let at = 0; at < 100; at += 1) breaker.failed(before);
    expect(breaker.isTripped).toBe(false);
  });
});

describe('on the road', () => {
  const road = useRoad({ queryTimeoutMs: 300, connections: 32 });
  const askOneByOne = async (times: number, kind: 'query' | 'mutation' = 'query') => {
    const codes: unknown[] = [];
    for (let at = 0; at < times; at += 1) codes.push(...(codesOf(await road.ask({ kind })) ?? ['none']));
    return codes;
  };
  const many = (times: number) =>
    Promise.all(Array.from({ length: times }, (_, at) => road.ask({ body: `{"query":"{ me${at} }"}` })));

  it('spares a subgraph that answers 500, and heals by itself', async () => {
    road.answer = answerStatus(500);
    await askOneByOne(20);
    expect(road.received.length).toBe(20);
    const began = performance.now();
    expect(await askOneByOne(100)).toEqual(Array(100).fill('SUBGRAPH_UNAVAILABLE'));
    expect((performance.now() - began) / 100).toBeLessThan(50);
    expect([road.received.length, road.counts]).toEqual([20, { sent: 20, shared: 0, retried: 0, refused: 100 }]);
    const said = () => road.lines.filter(({ msg }) => String(msg).includes('circuit')).map(({ level }) => level);
    expect(said()).toEqual(['ERROR']);
    road.answer = answerMe;
    await expect.poll(() => road.ask(), { timeout: 5_000 }).toEqual({ data: { me: 1 } });
    expect(await askOneByOne(50)).toEqual(Array(50).fill('none'));
    expect(said()).toEqual(['ERROR', 'INFO']);
  });

  it('spares a silent one, whose answers come at once then', async () => {
    road.answer = () => {};
    expect((await many(20)).flatMap(codesOf)).toEqual(Array(20).fill('SUBGRAPH_TIMEOUT'));
    const began = performance.now();
    expect(codesOf(await road.ask())).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect([performance.now() - began < 50, road.counts.refused, road.received.length]).toEqual([true, 1, 20]);
  });

  it('spares it those who stood in line when the circuit opened', async () => {
    road.answer = answerStatus(500);
    const narrow = road.open({ connections: 2 });
    const subgraph = narrow.to('narrow');
    const asking = Array.from({ length: 34 }, (_, at) => subgraph.ask(`{"query":"{ me${at} }"}`, 'query', road.call()));
    expect((await Promise.all(asking)).flatMap(codesOf)).toEqual(Array(34).fill('SUBGRAPH_UNAVAILABLE'));
    // One more was on its way when the twentieth came back.
    const sent = road.received.length;
    expect([20, 21]).toContain(sent);
    expect(narrow.countsOf('narrow')).toEqual({ sent, shared: 0, retried: 0, refused: 34 - sent });
  });

  it('spares one that hangs up, by mutations too', async () => {
    road.answer = (response) => void response.destroy();
    expect(await askOneByOne(25, 'mutation')).toEqual(Array(25).fill('SUBGRAPH_UNAVAILABLE'));
    expect(road.received.length).toBe(20);
  });

  it.each([
    ['GraphQL errors', 200, 'application/json', '{"errors":[{"message":"no"}]}'],
    ['GraphQL errors with status 500', 500, 'application/json', '{"errors":[{"message":"no"}]}'],
    ['a page', 200, 'text/html', '<h1>'],
    ['status 404', 404, 'text/plain', 'no'],
    ['data that is none', 200, 'application/json', '{"data":1}'],
  ])('takes %s for no failure of the subgraph', async (_, status, type, body) => {
    road.answer = (response) => void response.writeHead(status, { 'content-type': type }).end(body);
    await askOneByOne(30);
    expect([road.received.length, road.counts.refused]).toEqual([30, 0]);
  });

  it('takes clients that leave, and calls that had hardly any time, for no failure either', async () => {
    road.answer = () => {};
    for (let at = 0; at < 4; at += 1) {
      const leaving = new AbortController();
      const bodies = Array.from({ length: 8 }, (_, each) => `{"query":"{ me${each} }"}`);
      const asking = bodies.map((body) => road.ask({ body, call: road.call({ gone: leaving.signal }) }));
      await eventually(() => expect(road.far.open).toBe(8));
      leaving.abort();
      await Promise.all(asking);
      const hasty = bodies.map((body) => road.ask({ body, call: road.call({ ms: 30 }) }));
      expect((await Promise.all(hasty)).flatMap(codesOf)).toEqual(Array(8).fill('SUBGRAPH_TIMEOUT'));
      await eventually(() => expect(road.far.open).toBe(0));
    }
    road.answer = answerMe;
    expect([await road.ask(), road.counts.refused]).toEqual([{ data: { me: 1 } }, 0]);
  });
});
