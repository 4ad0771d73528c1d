// The door to writing: all or nothing, in one order, and a deadlock is nobody's business but ours.
import { announce } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { seatOffered } from '@mosaic/schema/events/booking';
import { beforeAll, expect, test } from 'vitest';
import { trimCalendars } from '../../src/data/live/calendar-log.js';
import { calendarTopic } from '../../src/domain/calendar.js';
import { refuse } from '../../src/domain/refusals.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';

const lab = openLab();
beforeAll(async () => {
  await lab().rows('create table marks (id integer primary key, n integer not null)');
  await lab().rows('insert into marks values (1, 0), (2, 0)');
});

const mark = (id: number) => lab().rows<{ n: number }>('select n from marks where id = ?', [id]);
const event = () => {
  const payload = { eventId: 'e', title: 't', userId: 'u', until: '2026-12-01T00:00:00.000Z' };
  return announce(seatOffered, 'e', payload, new Date());
};

test('a refusal and an exception take back everything: rows, announcements, news', async () => {
  const person = mintId('User');
  const attempt = (end: () => never | ReturnType<typeof refuse>) =>
    lab().rooms.transact(async (unit) => {
      await unit.em.execute('update marks set n = n + 1 where id = 1');
      unit.announce(event());
      unit.calendars.tell([person], { kind: 'EVENT', itemId: 'e' });
      return end();
    });
  expect(codeOf(await attempt(() => refuse('CONFLICT')))).toBe('CONFLICT');
  const fail = () => {
    throw new Error('broken');
  };
  await expect(attempt(fail)).rejects.toThrow('broken');
  expect(await mark(1)).toEqual([{ n: 0 }]);
  expect(await lab().announced()).toEqual([]);
  expect(await lab().rooms.calendarLog.bounds(calendarTopic(person))).toEqual({ last: 0, oldest: 1 });
});

test('two units that lock rows in opposite orders both get through: nobody hears of 40P01', async () => {
  let met = 0;
  const crossing = (first: number, second: number) =>
    lab().rooms.transact(async ({ em }) => {
      await em.execute('update marks set n = n + 1 where id = ?', [first]);
      met += 1;
      while (met < 2) await new Promise((resolve) => setImmediate(resolve));
      await em.execute('update marks set n = n + 1 where id = ?', [second]);
      return true;
    });
  const outcomes = await Promise.all([crossing(1, 2), crossing(2, 1)]);
  expect(outcomes).toEqual([true, true]);
  expect(met).toBe(3); // one of them had to begin again
  expect([await mark(1), await mark(2)]).toEqual([[{ n: 2 }], [{ n: 2 }]]);
});

test('news of 100 units at once are numbered without a gap for each person, in the order of their commits', async () => {
  const persons = Array.from({ length: 5 }, () => mintId('User'));
  const guest = mintId('Guest');
  await Promise.all(
    Array.from({ length: 100 }, (_, at) => {
      const some = [...persons.slice(at % 5), ...persons.slice(0, at % 5)].slice(0, 1 + (at % 3));
      return lab().rooms.transact(async (unit) => {
        unit.calendars.tell([...some, guest], { kind: 'EVENT', itemId: `first ${at}` });
        unit.calendars.tell(some, { kind: 'EVENT', itemId: `second ${at}` });
        return true;
      });
    }),
  );
  for (const person of persons) {
    const events = await lab().rooms.calendarLog.readAfter(calendarTopic(person), 0, 1_000);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    const items = events.map(({ body }) => body.itemId);
    for (let at = 0; at < items.length; at += 2) expect(items[at + 1]).toBe(items[at]?.replace('first', 'second'));
  }
  expect(await lab().rows('select person_id from calendars where person_id = ?', [guest])).toEqual([]);
});

test('what is 30 days old is forgotten, and whoever stood before it has to load the calendar again', async () => {
  const person = mintId('User');
  const tell = () =>
    lab().rooms.transact(async (unit) => {
      unit.calendars.tell([person], { kind: 'EVENT', itemId: `at ${unit.now.toISOString()}` });
      return true;
    });
  granted(await tell());
  lab().clock.set('2027-01-15T00:00:00.000Z');
  granted(await tell());
  await trimCalendars(() => lab().rooms.orm.em.fork(), lab().rooms.clock.now());
  const { calendarLog } = lab().rooms;
  expect(await calendarLog.bounds(calendarTopic(person))).toEqual({ last: 2, oldest: 2 });
  await expect(calendarLog.readAfter(calendarTopic(person), 0, 10)).rejects.toMatchObject({
    refusal: { code: 'RESYNC_REQUIRED' },
  });
});
