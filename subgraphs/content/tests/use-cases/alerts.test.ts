// Readings, rules and alerts: exactly one open alert per breach, and one notification for each.
import { randomUUID } from 'node:crypto';
import type { Clock } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Comparison } from '../../src/domain/alert-rule.js';
import { acknowledgeAlert } from '../../src/use-cases/acknowledge-alert.js';
import { createAlertRule } from '../../src/use-cases/create-alert-rule.js';
import { createMonitor } from '../../src/use-cases/create-monitor.js';
import { recordReading } from '../../src/use-cases/record-reading.js';
import { resolveAlert } from '../../src/use-cases/resolve-alert.js';
import { codeOf, granted } from '../lab/chat.js';
import { openLab, person } from '../lab/open-lab.js';

// NOTE: the present. MongoDB forgets keys of yesterday by its own clock, once a minute.
const now = new Date();
const clock: Clock = { now: () => now };
const lab = openLab({ clock });
const second = (n: number) => new Date(now.getTime() - 3_600_000 + n * 1_000);

/** A monitor of a new person with one rule, and short words for what happens to it. */
async function watched(comparison: Comparison = 'GT', threshold = 10) {
  const rooms = lab.rooms();
  const owner = person();
  const monitor = granted(await createMonitor(rooms, owner, { name: 'Heart rate', unit: 'bpm' }));
  granted(await createAlertRule(rooms, owner, { monitorId: monitor.id, comparison, threshold }));
  const page = { size: 100, direction: 'forward', after: null, before: null, scope: '' } as const;
  return {
    owner,
    monitorId: monitor.id,
    record: (value: number, at: Date, asker: Asker = owner) =>
      recordReading(rooms, asker, { idempotencyKey: randomUUID(), monitorId: monitor.id, value, at }),
    alerts: async () =>
      (await rooms.read.alertsOf(owner, page, {})).map(({ id, status, value }) => ({ id, status, value })),
    notifications: async () => (await rooms.read.notificationsOf(owner, page)).map(({ subjectId }) => subjectId),
    announced: () =>
      rooms.connection.collection('outbox').find({ 'payload.ownerId': owner.id }).project({ payload: 1 }).toArray(),
    log: async () => (await rooms.logs.alerts.readAfter(`alerts:${owner.id}`, 0, 100)).map(({ body }) => body.status),
  };
}

test('11 opens one alert, 12 opens no second, 9 resolves it, 11 opens another', async () => {
  const it = await watched();
  granted(await it.record(11, second(1)));
  granted(await it.record(12, second(2)));
  const [first] = await it.alerts();
  expect(await it.alerts()).toEqual([{ id: first!.id, status: 'OPEN', value: 11 }]);
  granted(await it.record(9, second(3)));
  expect(await it.alerts()).toEqual([{ id: first!.id, status: 'RESOLVED', value: 11 }]);
  granted(await it.record(10, second(4)));
  granted(await it.record(13, second(5)));
  expect((await it.alerts()).map(({ status }) => status).sort()).toEqual(['OPEN', 'RESOLVED']);
  expect(await it.log()).toEqual(['OPEN', 'RESOLVED', 'OPEN']);
  const told = await it.notifications();
  expect([...told].sort()).toEqual((await it.alerts()).map(({ id }) => id).sort());
  expect((await it.announced()).map(({ payload }) => [payload.alertId, payload.value, payload.threshold])).toEqual(
    expect.arrayContaining([[first!.id, 11, 10]]),
  );
  expect(await it.announced()).toHaveLength(2);
});

test('fifty concurrent breaches open one alert, tell of it once and announce it once', async () => {
  const it = await watched();
  const readings = await Promise.all(Array.from({ length: 50 }, (_, n) => it.record(11 + n, second(n))));
  expect(new Set(readings.map((reading) => granted(reading).number)).size).toBe(50);
  expect((await it.alerts()).map(({ status }) => status)).toEqual(['OPEN']);
  expect([(await it.notifications()).length, (await it.announced()).length]).toEqual([1, 1]);
});

test('the store itself refuses a second standing alert of a rule', async () => {
  const it = await watched();
  granted(await it.record(11, second(1)));
  const alerts = lab.rooms().connection.collection<{ _id: string; ownerId: string }>('alerts');
  const stored = await alerts.findOne({ ownerId: it.owner.id });
  await expect(alerts.insertOne({ ...stored!, _id: 'second' })).rejects.toMatchObject({ code: 11_000 });
});

test('a reading that arrives late counts, but neither opens nor resolves', async () => {
  const it = await watched();
  granted(await it.record(9, second(10)));
  granted(await it.record(99, second(5)));
  expect(await it.alerts()).toEqual([]);
  granted(await it.record(11, second(20)));
  granted(await it.record(1, second(15)));
  expect((await it.alerts()).map(({ status }) => status)).toEqual(['OPEN']);
  const [monitor] = await lab.rooms().read.monitorsFor(it.owner, [it.monitorId]);
  const stats = await lab.rooms().read.statsOf(it.owner, [monitor!], second(0), now);
  expect(stats.get(it.monitorId)).toMatchObject({ count: 4, max: 99 });
});

test('the same key twice is one reading; with another value it is refused', async () => {
  const it = await watched();
  const input = { idempotencyKey: randomUUID(), monitorId: it.monitorId, value: 11, at: second(1) };
  const twins = await Promise.all(Array.from({ length: 5 }, () => recordReading(lab.rooms(), it.owner, input)));
  expect(new Set(twins.map((twin) => granted(twin).id)).size).toBe(1);
  expect(codeOf(await recordReading(lab.rooms(), it.owner, { ...input, value: 12 }))).toBe('IDEMPOTENCY_KEY_REUSED');
  const [monitor] = await lab.rooms().read.monitorsFor(it.owner, [it.monitorId]);
  expect(monitor?.readingCount).toBe(1);
});

test('only finite values of the past are readings', async () => {
  const it = await watched();
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(codeOf(await it.record(value, second(1)))).toBe('BAD_INPUT');
  }
  for (const at of [new Date(now.getTime() + 301_000), new Date('+275760-09-13'), new Date(Number.NaN)])
    expect(codeOf(await it.record(1, at))).toBe('BAD_INPUT');
  expect(Object.is(granted(await it.record(-0, second(1))).value, 0)).toBe(true);
});

test('statistics are those of the window alone', async () => {
  const it = await watched('LT', 0);
  for (const [value, at] of [
    [100, 0],
    [1, 10],
    [2, 20],
    [4.5, 30],
  ] as const)
    granted(await it.record(value, second(at)));
  const { read } = lab.rooms();
  const [monitor] = await read.monitorsFor(it.owner, [it.monitorId]);
  const stats = async (from: Date, asker = it.owner) =>
    (await read.statsOf(asker, [monitor!], from, now)).get(it.monitorId);
  expect(await stats(second(0))).toEqual({ count: 3, min: 1, max: 4.5, avg: 2.5 });
  expect(await stats(second(30))).toBeUndefined();
  expect(await stats(second(0), person())).toBeUndefined();
});

test('an alert is acknowledged once, resolved by hand once, and an acknowledged one still resolves by itself', async () => {
  const rooms = lab.rooms();
  const it = await watched();
  granted(await it.record(11, second(1)));
  const alertId = (await it.alerts())[0]!.id;
  const tries = await Promise.all(Array.from({ length: 5 }, () => acknowledgeAlert(rooms, it.owner, { alertId })));
  expect(tries.map(codeOf).sort()).toEqual([...Array(4).fill('ILLEGAL_TRANSITION'), null]);
  granted(await it.record(12, second(2)));
  expect(await it.alerts()).toEqual([{ id: alertId, status: 'ACKNOWLEDGED', value: 11 }]);
  granted(await it.record(9, second(3)));
  expect(codeOf(await resolveAlert(rooms, it.owner, { alertId }))).toBe('ILLEGAL_TRANSITION');
  expect(await it.log()).toEqual(['OPEN', 'ACKNOWLEDGED', 'RESOLVED']);
  granted(await it.record(11, second(4)));
  const open = (await it.alerts()).find(({ status }) => status === 'OPEN')!;
  expect(granted(await resolveAlert(rooms, it.owner, { alertId: open.id })).resolvedAt).toEqual(now);
});

test('a stranger changes nothing and learns nothing', async () => {
  const rooms = lab.rooms();
  const it = await watched();
  const stranger = person();
  granted(await it.record(11, second(1)));
  const alertId = (await it.alerts())[0]!.id;
  const rule = { monitorId: it.monitorId, comparison: 'GT' as const, threshold: 1 };
  expect(codeOf(await it.record(1, second(2), stranger))).toBe('NOT_FOUND');
  expect(codeOf(await createAlertRule(rooms, stranger, rule))).toBe('NOT_FOUND');
  expect(codeOf(await acknowledgeAlert(rooms, stranger, { alertId }))).toBe('NOT_FOUND');
  expect(codeOf(await resolveAlert(rooms, stranger, { alertId }))).toBe('NOT_FOUND');
  expect((await it.alerts()).map(({ status }) => status)).toEqual(['OPEN']);
});

test('a monitor has at most 20 rules', async () => {
  const it = await watched();
  const more = () =>
    createAlertRule(lab.rooms(), it.owner, { monitorId: it.monitorId, comparison: 'LT', threshold: 0 });
  const made = await Promise.all(Array.from({ length: 25 }, more));
  expect(made.map(codeOf).filter((code) => code === null)).toHaveLength(19);
  expect(new Set(made.map(codeOf))).toEqual(new Set([null, 'TOO_MANY']));
});
