// The life of an appointment that costs nothing: asked for, answered, moved, called off, done.
import { randomUUID } from 'node:crypto';
import { days, hours } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import { completeAppointment, confirmAppointment, declineAppointment } from '../../src/use-cases/answer-appointment.js';
import { cancelAppointment, rescheduleAppointment } from '../../src/use-cases/move-appointment.js';
import { archiveOffering } from '../../src/use-cases/offerings.js';
import { setScheduleOverride } from '../../src/use-cases/schedules.js';
import { approve, book, offer, openCoach } from '../lab/bookings.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { aGuest, askerFor, person } from '../lab/people.js';

const lab = openLab();
/** Nine in the morning in Paris, in December. */
const NINE = '2026-12-01T08:00:00.000Z';
const at = (hour: number, minute = 0, day = 1) => new Date(Date.UTC(2026, 11, day, hour, minute)).toISOString();

const statusOf = async (id: string) =>
  (await lab().rows<{ status: string }>('select status from appointments where id = ?', [id]))[0]?.status;
const changesOf = async (id: string) =>
  (await lab().announced())
    .filter(([name, payload]) => name === 'AppointmentChanged' && payload.appointmentId === id)
    .map(([, { change, byUserId }]) => [change, byUserId]);

test('a free hour is confirmed at once, one that needs a yes is requested; both are announced', async () => {
  const coach = await openCoach(lab());
  const client = person();
  const free = granted(await book(lab(), askerFor(client), await offer(lab(), coach), NINE));
  expect(free).toMatchObject({ status: 'CONFIRMED', clientId: client.id, coachUserId: coach.id, heldUntil: null });
  expect([free.startsAt, free.endsAt].map((time) => time.toISOString())).toEqual([NINE, at(9)]);
  const asking = await offer(lab(), coach, { requiresConfirmation: true });
  const asked = granted(await book(lab(), askerFor(client), asking, at(10)));
  expect(asked.status).toBe('REQUESTED');
  expect(await changesOf(free.id)).toEqual([['CONFIRMED', client.id]]);
  expect(await changesOf(asked.id)).toEqual([['REQUESTED', client.id]]);
});

test('the client’s word for a time counts for nothing: only what the rules offer can be booked', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach, { noticeMinutes: 120, horizonDays: 30 });
  const outcome = async (startsAt: string) => codeOf(await book(lab(), askerFor(person()), offering, startsAt));
  expect(await outcome(at(7, 55))).toBe('SLOT_NOT_OFFERED'); // before nine in Paris
  expect(await outcome(at(8, 3))).toBe('SLOT_NOT_OFFERED'); // not on the grid
  expect(await outcome(at(15, 5))).toBe('SLOT_NOT_OFFERED'); // ends after five
  expect(await outcome('2026-11-20T09:00:00.000Z')).toBe('SLOT_NOT_OFFERED'); // yesterday
  expect(await outcome('2026-11-21T10:55:00.000Z')).toBe('SLOT_NOT_OFFERED'); // within the notice
  expect(await outcome('2026-12-22T09:00:00.000Z')).toBe('SLOT_NOT_OFFERED'); // beyond the horizon
  granted(await setScheduleOverride(lab().rooms, coach, { date: '2026-12-03', hours: [] }));
  expect(await outcome(at(9, 0, 3))).toBe('SLOT_NOT_OFFERED'); // a day off
  granted(await book(lab(), askerFor(person()), offering, '2026-11-21T11:00:00.000Z'));
});

test('nobody books themselves, an archived offering, a coach without standing, or as nobody', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach);
  expect(codeOf(await book(lab(), askerFor(coach), offering, NINE))).toBe('OWN_OFFERING');
  await expect(book(lab(), askerFor(null), offering, NINE)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await approve(lab(), coach, 'WITHDRAWN');
  expect(codeOf(await book(lab(), askerFor(person()), offering, NINE))).toBe('NOT_A_COACH');
  await approve(lab(), coach);
  granted(await archiveOffering(lab().rooms, coach, offering.id));
  expect(codeOf(await book(lab(), askerFor(person()), offering, NINE))).toBe('OFFERING_ARCHIVED');
});

test('half-open: touching is allowed, a second too close is not; buffers count on both sides', async () => {
  const coach = await openCoach(lab());
  const bare = await offer(lab(), coach);
  const outcome = async (offering: typeof bare, startsAt: string) => {
    const made = await book(lab(), askerFor(person()), offering, startsAt);
    return 'status' in made ? made.status : codeOf(made);
  };
  expect(await outcome(bare, at(9))).toBe('CONFIRMED');
  expect(await outcome(bare, at(10))).toBe('CONFIRMED');
  expect(await outcome(bare, at(8))).toBe('CONFIRMED');
  expect(await outcome(bare, at(10, 55))).toBe('SLOT_TAKEN');
  // A quarter of an hour after ten to eleven: eleven is too early, a quarter past is not.
  const buffered = await offer(lab(), coach, { bufferAfterMinutes: 15, minutes: 60 });
  expect(await outcome(buffered, at(11))).toBe('CONFIRMED');
  expect(await outcome(bare, at(12))).toBe('SLOT_TAKEN');
  expect(await outcome(bare, at(12, 15))).toBe('CONFIRMED');
  const before = await offer(lab(), coach, { bufferBeforeMinutes: 15 });
  expect(await outcome(before, at(13, 25))).toBe('SLOT_TAKEN');
  expect(await outcome(before, at(13, 30))).toBe('CONFIRMED');
});

test('one key makes one appointment, ten times at once; with another time it is refused', async () => {
  const offering = await offer(lab(), await openCoach(lab()));
  const [client, key] = [askerFor(person()), randomUUID()];
  const made = await Promise.all(Array.from({ length: 10 }, () => book(lab(), client, offering, NINE, key)));
  const ids = made.map((outcome) => granted(outcome).id);
  expect(new Set(ids).size).toBe(1);
  expect(codeOf(await book(lab(), client, offering, at(9), key))).toBe('IDEMPOTENCY_KEY_REUSED');
  // Somebody else's key is another key, and an answer is the same after everything has changed.
  expect(codeOf(await book(lab(), askerFor(person()), offering, NINE, key))).toBe('SLOT_TAKEN');
  granted(
    await rescheduleAppointment(lab().rooms, client, { appointmentId: ids[0] ?? '', startsAt: new Date(at(10)) }),
  );
  granted(await book(lab(), askerFor(person()), offering, NINE));
  expect(granted(await book(lab(), client, offering, NINE, key)).id).toBe(ids[0]);
});

test('of two overlapping requests one can be confirmed, also when both are confirmed at once', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach, { requiresConfirmation: true });
  for (const day of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const first = granted(await book(lab(), askerFor(person()), offering, at(9, 0, day)));
    const second = granted(await book(lab(), askerFor(person()), offering, at(9, 30, day)));
    const outcomes = await Promise.all([first, second].map(({ id }) => confirmAppointment(lab().rooms, coach, id)));
    const words = outcomes.map((outcome) => ('status' in outcome ? outcome.status : codeOf(outcome)));
    expect(words.toSorted()).toEqual(['CONFIRMED', 'SLOT_TAKEN']);
    expect([await statusOf(first.id), await statusOf(second.id)].toSorted()).toEqual(['CONFIRMED', 'REQUESTED']);
  }
});

test('control: the store refuses the second even to whoever does not look (23P01)', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach, { requiresConfirmation: true });
  const [first, second] = [
    granted(await book(lab(), askerFor(person()), offering, at(9))),
    granted(await book(lab(), askerFor(person()), offering, at(9, 30))),
  ];
  const force = (id: string) =>
    lab().rows("update appointments set status = 'CONFIRMED' where id = ? returning id", [id]);
  const forced = await Promise.allSettled([force(first.id), force(second.id)]);
  expect(forced.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(forced.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual(['23P01']);
  const shift = `update appointments set blocked_until = blocked_until + interval '1 minute' where id = ?`;
  await expect(lab().rows(shift, [second.id])).rejects.toMatchObject({ code: '23514' });
});

test('rescheduling into a conflict is refused and leaves it where it was; into its own time it is not', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach);
  const client = askerFor(person());
  const mine = granted(await book(lab(), client, offering, at(9)));
  granted(await book(lab(), askerFor(person()), offering, at(11)));
  const move = (startsAt: string, asker = client) =>
    rescheduleAppointment(lab().rooms, asker, { appointmentId: mine.id, startsAt: new Date(startsAt) });
  expect(codeOf(await move(at(10, 30)))).toBe('SLOT_TAKEN');
  expect(codeOf(await move(at(7)))).toBe('SLOT_NOT_OFFERED');
  const [row] = await lab().rows<{ n: number }>(
    "select count(*)::int as n from appointments where id = ? and status = 'CONFIRMED' and starts_at = ? and version = 1",
    [mine.id, at(9)],
  );
  expect(row?.n).toBe(1);
  expect(granted(await move(at(9, 30))).startsAt.toISOString()).toBe(at(9, 30));
  expect(granted(await move(at(8), askerFor(coach))).startsAt.toISOString()).toBe(at(8));
  expect(await changesOf(mine.id)).toEqual([
    ['CONFIRMED', client.viewer?.id],
    ['RESCHEDULED', client.viewer?.id],
    ['RESCHEDULED', coach.id],
  ]);
  // What was given up is free again.
  granted(await book(lab(), askerFor(person()), offering, at(9)));
});

test('only the two who meet may do anything, and to others it does not exist', async () => {
  const coach = await openCoach(lab());
  const offering = await offer(lab(), coach, { requiresConfirmation: true });
  const guest = aGuest();
  const { id } = granted(await book(lab(), guest, offering, at(9)));
  const [otherCoach, stranger] = [await openCoach(lab()), person()];
  for (const other of [otherCoach, stranger]) {
    expect(codeOf(await confirmAppointment(lab().rooms, other, id))).toBe('NOT_FOUND');
    expect(codeOf(await declineAppointment(lab().rooms, other, id))).toBe('NOT_FOUND');
    expect(codeOf(await cancelAppointment(lab().rooms, askerFor(other), id))).toBe('NOT_FOUND');
    const move = { appointmentId: id, startsAt: new Date(at(10)) };
    expect(codeOf(await rescheduleAppointment(lab().rooms, askerFor(other), move))).toBe('NOT_FOUND');
  }
  expect(codeOf(await cancelAppointment(lab().rooms, aGuest(), id))).toBe('NOT_FOUND');
  expect(codeOf(await confirmAppointment(lab().rooms, coach, 'no id'))).toBe('NOT_FOUND');
  expect(granted(await cancelAppointment(lab().rooms, guest, id)).status).toBe('CANCELLED');
  expect(codeOf(await confirmAppointment(lab().rooms, coach, id))).toBe('ILLEGAL_TRANSITION');
});

test('declining, completing and missing are the coach’s, in their time, once, and on the record', async () => {
  const coach = await openCoach(lab());
  const asking = await offer(lab(), coach, { requiresConfirmation: true });
  const client = askerFor(person());
  const asked = granted(await book(lab(), client, asking, at(9)));
  expect(granted(await declineAppointment(lab().rooms, coach, asked.id)).status).toBe('DECLINED');
  expect(granted(await declineAppointment(lab().rooms, coach, asked.id)).version).toBe(2);
  const taken = granted(await book(lab(), client, await offer(lab(), coach), at(9)));
  const complete = (outcome: 'COMPLETED' | 'NO_SHOW') =>
    completeAppointment(lab().rooms, coach, { appointmentId: taken.id, outcome });
  expect(codeOf(await complete('COMPLETED'))).toBe('TOO_EARLY');
  lab().clock.advance(days(10) + hours(1));
  expect(codeOf(await cancelAppointment(lab().rooms, client, taken.id))).toBe('TOO_LATE');
  expect(granted(await complete('NO_SHOW')).status).toBe('NO_SHOW');
  expect(codeOf(await complete('COMPLETED'))).toBe('ILLEGAL_TRANSITION');
  const acts = (await lab().announced()).filter(([name, { actorId }]) => name === 'Audited' && actorId === coach.id);
  expect(acts.map(([, { action, subjectId }]) => [action, subjectId])).toEqual([
    ['declineAppointment', asked.id],
    ['completeAppointment', taken.id],
  ]);
});
