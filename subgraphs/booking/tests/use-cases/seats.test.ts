// Seats of an event: never more go than there are seats, and whoever waits is asked in the order in which they came.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { hours } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import { acceptSeat } from '../../src/use-cases/accept-seat.js';
import { passOnOffers } from '../../src/use-cases/pass-on-offers.js';
import { rsvpEvent } from '../../src/use-cases/rsvp-event.js';
import { updateEvent } from '../../src/use-cases/update-event.js';
import { crowdOf, goerOf, guestOf, type Party, publish, standingsOf } from '../lab/events.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { person } from '../lab/people.js';
import { say } from '../lab/report.js';

const lab = openLab();

const answer = (viewer: Viewer, { event }: Party, said: 'GOING' | 'MAYBE' | 'DECLINED') =>
  rsvpEvent(lab().rooms, viewer, { eventId: event.id, answer: said });

const waitlistOf = ({ event }: Party) =>
  lab().rows<{ user_id: string; status: string }>(
    'select user_id, status from event_waitlist where event_id = ? order by place',
    [event.id],
  );

test('200 people, each trying three times at once, for 8 seats: 8 go, 192 wait, each once', async () => {
  const party = await publish(lab(), { capacity: 8 });
  const crowd = await crowdOf(lab(), party, 200);
  const started = performance.now();
  // Twenty people at a time, sixty racers: a pool of ten lets nobody wait too long, also on a busy machine.
  for (let at = 0; at < crowd.length; at += 20) {
    const batch = crowd.slice(at, at + 20);
    const outcomes = await Promise.all([...batch, ...batch, ...batch].map((one) => answer(one, party, 'GOING')));
    outcomes.map(granted);
  }
  say(`600 answers for 8 seats: ${Math.round(performance.now() - started)} ms`);
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 1, GOING: 8, WAITLISTED: 192 });
  const waiting = await waitlistOf(party);
  expect(waiting).toHaveLength(192);
  expect(new Set(waiting.map(({ user_id }) => user_id)).size).toBe(192);
});

test('negative control: counting first and then taking a seat lets more go than there are seats', async () => {
  const party = await publish(lab(), { capacity: 8 });
  const crowd = await crowdOf(lab(), party, 40);
  const { rows } = lab();
  let arrived = 0;
  let open = () => {};
  const everybodyCounted = new Promise<void>((resolve) => {
    open = resolve;
  });
  // All have counted before any takes: the schedule that the event's lock makes impossible.
  const countThenTake = async ({ id }: Viewer) => {
    const [row] = await rows<{ n: number }>(
      `select count(*)::int as n from event_participants where event_id = ? and rsvp = 'GOING'`,
      [party.event.id],
    );
    arrived += 1;
    if (arrived === crowd.length) open();
    await everybodyCounted;
    if ((row?.n ?? 0) >= 8) return;
    await rows(`update event_participants set rsvp = 'GOING' where event_id = ? and user_id = ? returning user_id`, [
      party.event.id,
      id,
    ]);
  };
  await Promise.all(crowd.map(countThenTake));
  expect((await standingsOf(lab(), party))['GOING']).toBe(40);
});

test('a seat that is given up is offered to the first who waits, and to nobody else', async () => {
  const party = await publish(lab(), { capacity: 1 });
  const [ada, ben, cam, dan] = [await goerOf(lab(), party), ...(await crowdOf(lab(), party, 3))] as [
    Viewer,
    Viewer,
    Viewer,
    Viewer,
  ];
  granted(await answer(ben, party, 'GOING'));
  granted(await answer(cam, party, 'GOING'));
  expect(codeOf(await acceptSeat(lab().rooms, ben, party.event.id))).toBe('NO_SEAT_OFFERED');

  granted(await answer(ada, party, 'DECLINED'));
  expect((await lab().announced()).filter(([name]) => name === 'SeatOffered').at(-1)).toEqual([
    'SeatOffered',
    { eventId: party.event.id, title: 'Picnic', userId: ben.id, until: '2026-11-21T21:00:00.000Z' },
  ]);
  expect(await waitlistOf(party)).toEqual([
    { user_id: ben.id, status: 'OFFERED' },
    { user_id: cam.id, status: 'WAITING' },
  ]);
  // The seat is held for Ben: neither a newcomer nor the second in line gets it.
  granted(await answer(dan, party, 'GOING'));
  expect(codeOf(await acceptSeat(lab().rooms, cam, party.event.id))).toBe('NO_SEAT_OFFERED');
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 1, DECLINED: 1, WAITLISTED: 3 });

  granted(await acceptSeat(lab().rooms, ben, party.event.id));
  granted(await acceptSeat(lab().rooms, ben, party.event.id));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 1, DECLINED: 1, GOING: 1, WAITLISTED: 2 });
});

test('an offer that nobody took passes on; the late one is too late, and may wait again', async () => {
  const party = await publish(lab(), {
    capacity: 1,
    startsAt: new Date('2026-12-28T11:00:00.000Z'),
    endsAt: new Date('2026-12-28T15:00:00.000Z'),
  });
  const ada = await goerOf(lab(), party);
  const [ben, cam] = (await crowdOf(lab(), party, 2)) as [Viewer, Viewer];
  granted(await answer(ben, party, 'GOING'));
  granted(await answer(cam, party, 'GOING'));
  granted(await answer(ada, party, 'MAYBE'));
  expect(await passOnOffers(lab().rooms)).toBe(0);
  lab().clock.advance(hours(12));
  // Over, although nothing has swept yet.
  expect(codeOf(await acceptSeat(lab().rooms, ben, party.event.id))).toBe('NO_SEAT_OFFERED');
  expect((await Promise.all([1, 2, 3].map(() => passOnOffers(lab().rooms)))).reduce((sum, n) => sum + n)).toBe(1);
  granted(await answer(ben, party, 'GOING'));
  expect(await waitlistOf(party)).toEqual([
    { user_id: ben.id, status: 'EXPIRED' },
    { user_id: cam.id, status: 'OFFERED' },
    { user_id: ben.id, status: 'WAITING' },
  ]);
  granted(await acceptSeat(lab().rooms, cam, party.event.id));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 1, MAYBE: 1, GOING: 1, WAITLISTED: 1 });
});

test('whoever gives up their place in the line, or their offer, is passed over', async () => {
  const party = await publish(lab(), { capacity: 1 });
  const ada = await goerOf(lab(), party);
  const [ben, cam, dan] = (await crowdOf(lab(), party, 3)) as [Viewer, Viewer, Viewer];
  for (const viewer of [ben, cam, dan]) granted(await answer(viewer, party, 'GOING'));
  granted(await answer(cam, party, 'MAYBE'));
  granted(await answer(ada, party, 'DECLINED'));
  granted(await answer(ben, party, 'DECLINED'));
  expect(await waitlistOf(party)).toEqual([
    { user_id: ben.id, status: 'WITHDRAWN' },
    { user_id: cam.id, status: 'WITHDRAWN' },
    { user_id: dan.id, status: 'OFFERED' },
  ]);
});

test('more seats are offered one at a time; without a limit everybody who waits has one', async () => {
  const party = await publish(lab(), { capacity: 1 });
  await goerOf(lab(), party);
  const crowd = await crowdOf(lab(), party, 4);
  for (const viewer of crowd) granted(await answer(viewer, party, 'GOING'));
  const change = (expectedVersion: number, capacity: number | null) =>
    updateEvent(lab().rooms, party.organiser, { eventId: party.event.id, expectedVersion, changes: { capacity } });

  const { version } = granted(await change(party.event.version, 3));
  const statuses = async () => (await waitlistOf(party)).map(({ status }) => status);
  expect(await statuses()).toEqual(['OFFERED', 'WAITING', 'WAITING', 'WAITING']);
  granted(await acceptSeat(lab().rooms, crowd[0]!, party.event.id));
  expect(await statuses()).toEqual(['TAKEN', 'OFFERED', 'WAITING', 'WAITING']);
  // Two go and one is offered a seat: three are the fewest.
  expect(codeOf(await change(version, 2))).toBe('CAPACITY_BELOW_GOING');
  granted(await change(version, null));
  expect(await statuses()).toEqual(['TAKEN', 'TAKEN', 'TAKEN', 'TAKEN']);
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 1, GOING: 5 });
});

test('leaving, taking and passing on, all at once and in any order: never more than the seats', async () => {
  const party = await publish(lab(), { capacity: 5 });
  const crowd = await crowdOf(lab(), party, 30);
  for (let round = 0; round < 4; round += 1) {
    const said = crowd.map((viewer, at) => {
      if ((at + round) % 3 === 0) return answer(viewer, party, 'DECLINED');
      return (at + round) % 3 === 1 ? acceptSeat(lab().rooms, viewer, party.event.id) : answer(viewer, party, 'GOING');
    });
    await Promise.all([...said, passOnOffers(lab().rooms)]);
    lab().clock.advance(hours(13));
    await passOnOffers(lab().rooms);
    const [row] = await lab().rows<{ taken: number; offers: number }>(
      `select (select count(*) from event_participants where event_id = ? and rsvp = 'GOING')::int
              + (count(*) filter (where status = 'OFFERED'))::int as taken,
              (count(*) filter (where status = 'OFFERED'))::int as offers
       from event_waitlist where event_id = ?`,
      [party.event.id, party.event.id],
    );
    expect(row?.taken).toBeLessThanOrEqual(5);
    expect(row?.offers).toBeLessThanOrEqual(1);
  }
  // Nothing is stuck: when everybody who is asked says yes, the seats fill up one by one.
  for (const viewer of crowd) granted(await answer(viewer, party, 'GOING'));
  const offeredTo = async () => (await waitlistOf(party)).find(({ status }) => status === 'OFFERED')?.user_id;
  for (let userId = await offeredTo(); userId; userId = await offeredTo())
    granted(await acceptSeat(lab().rooms, { ...person(), id: userId }, party.event.id));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 1, GOING: 5, WAITLISTED: 25 });
});

test('who belongs is announced when it changes, and only then', async () => {
  const party = await publish(lab(), { title: 'Choir' });
  const ada = await guestOf(lab(), party);
  const audiences = async () =>
    (await lab().announced())
      .filter(([name, { eventId }]) => name === 'EventAudienceChanged' && eventId === party.event.id)
      .map(([, { userIds }]) => userIds);
  for (const said of ['GOING', 'GOING', 'MAYBE', 'DECLINED'] as const) granted(await answer(ada, party, said));
  expect(await audiences()).toEqual([[party.organiser.id], [party.organiser.id, ada.id], [party.organiser.id]]);
});
