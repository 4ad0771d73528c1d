// A supper among friends, from the invitation to everybody being even. Booking is killed while they write down what they
// spent; whoever does not take part sees nothing of it.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { act, codeOf } from '../lab/act.js';
import { eventually } from '../lab/eventually.js';
import { expectMasked, killMidway } from '../lab/kill-midway.js';
import { type Ear, type LiveEvent, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';

const world = openWorld({ subgraphs: ['users', 'content', 'booking', 'media'] });

const DAY = 86_400_000;
const HOUR = 3_600_000;
const begins = Math.floor(Date.now() / DAY + 20) * DAY;
const at = (hours: number): string => new Date(begins + hours * HOUR).toISOString();

const CHANGED = `subscription ($after: ID) { calendarChanged(after: $after) {
  eventId occurredAt itemId entry { startsAt event { title viewerRsvp organiser { displayName } } }
} }`;
interface CalendarEvent extends LiveEvent {
  itemId: string;
  entry: { startsAt: string; event: { title: string; viewerRsvp: string; organiser: { displayName: string } } } | null;
}

let router: string;
let olga: Person;
let ada: Person;
let ben: Person;
let cam: Person;
let dan: Person;
let eve: Person;
let eventId: string;
/** What cam and eve hear of their calendars, from before the first answer to the end. */
let cams: Ear<CalendarEvent>;
let eves: Ear<CalendarEvent>;
const eveOwns: string[] = [];

const plan = async (who: Person, title: string, capacity: number | null): Promise<string> => {
  const details = { title, capacity, startsAt: at(18), endsAt: at(22), timeZone: 'Europe/Paris' };
  const input = { ...details, idempotencyKey: randomUUID() };
  const { event } = await act<{ event: { id: string } }>(who, 'createEvent', input, 'event { id status }');
  await act(who, 'publishEvent', { eventId: event.id }, 'event { id }');
  return event.id;
};
const invite = async ({ account }: Person): Promise<string> =>
  (await act<{ token: string }>(olga, 'inviteToEvent', { eventId, email: account.email }, 'token')).token;
const join = async (who: Person) => act(who, 'acceptInvitation', { token: await invite(who) }, 'event { viewerRsvp }');
const answer = async (who: Person, said: string) => {
  const selection = 'event { viewerRsvp goingCount waitlistCount }';
  return (await act<{ event: object }>(who, 'rsvpEvent', { eventId, answer: said }, selection)).event;
};
const seats = (viewerRsvp: string, goingCount: number, waitlistCount: number) =>
  Object.freeze({ viewerRsvp, goingCount, waitlistCount });
const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => null, codeOf);

beforeAll(async () => {
  [router = ''] = world.current.urls.router;
  const names = ['Olga', 'Ada', 'Ben', 'Cam', 'Dan', 'Eve'];
  const people = await Promise.all(names.map((name) => Person.signUp(router, name)));
  [olga, ada, ben, cam, dan, eve] = people as [Person, Person, Person, Person, Person, Person];
  eventId = await plan(olga, 'Supper', 2);
}, 60_000);

test('a link lets in one person, and nobody after them', async () => {
  const token = await invite(cam);
  const preview = 'query ($token: String!) { invitation(token: $token) { title organiser { displayName } } }';
  expect((await post(router, preview, { variables: { token } })).data).toMatchObject({
    invitation: { title: 'Supper' },
  });
  await act(cam, 'acceptInvitation', { token }, 'event { id }');
  expect(await refusalOf(act(eve, 'acceptInvitation', { token }, 'event { id }'))).toBe('INVITATION_USED');
  expect((await post(router, preview, { variables: { token } })).data).toEqual({ invitation: null });
  for (const who of [ada, ben, dan]) expect(await join(who)).toEqual({ event: { viewerRsvp: 'UNANSWERED' } });

  const names = `query ($id: ID!) { event(id: $id) {
    organiser { displayName } participants(first: 10) { edges { node { user { displayName } } } }
  } }`;
  const { event } = await dan.ask<{ event: { participants: { edges: { node: object }[] } } }>(names, { id: eventId });
  const expected = ['Olga', 'Cam', 'Ada', 'Ben', 'Dan'].map((displayName) => ({ node: { user: { displayName } } }));
  expect(event).toEqual({ organiser: { displayName: 'Olga' }, participants: { edges: expected } });
});

test('two seats are two seats; one that is given up is kept for who waits, and they are told', async () => {
  cams = listen<CalendarEvent>(cam, { document: CHANGED, resumes: true });
  eves = listen<CalendarEvent>(eve, { document: CHANGED, resumes: true });
  let said = 'DECLINED';
  await cams.attached(() => {
    said = said === 'MAYBE' ? 'DECLINED' : 'MAYBE';
    return answer(cam, said);
  });
  await eves.attached(async () => eveOwns.push(await plan(eve, 'Alone', null)));
  expect(await answer(ada, 'GOING')).toEqual(seats('GOING', 1, 0));
  expect(await answer(ben, 'GOING')).toEqual(seats('GOING', 2, 0));
  expect(await answer(cam, 'GOING')).toEqual(seats('WAITLISTED', 2, 1));
  expect(await answer(ben, 'DECLINED')).toEqual(seats('DECLINED', 1, 1));
  expect(await answer(dan, 'GOING')).toEqual(seats('WAITLISTED', 1, 2));

  const inbox = `{ me { notifications(first: 5) { edges { node {
    kind parameters { name value } subject { ... on Event { title viewerRsvp } }
  } } } } }`;
  interface Inbox {
    me: { notifications: { edges: { node: { kind: string; parameters: { name: string; value: string }[] } }[] } };
  }
  const { me } = await eventually(
    () => cam.ask<Inbox>(inbox),
    ({ me: { notifications } }) => notifications.edges.length > 0,
  );
  expect(me.notifications.edges).toMatchObject([
    { node: { kind: 'SEAT_OFFERED', subject: { title: 'Supper', viewerRsvp: 'WAITLISTED' } } },
  ]);
  expect(me.notifications.edges[0]?.node.parameters).toContainEqual({ name: 'title', value: 'Supper' });

  const take = (who: Person) => act(who, 'acceptSeat', { eventId }, 'event { viewerRsvp goingCount waitlistCount }');
  expect(await refusalOf(take(dan))).toBe('NO_SEAT_OFFERED');
  expect(await take(cam)).toEqual({ event: seats('GOING', 2, 1) });
  await cams.until((events) => events.at(-1)?.entry?.event.viewerRsvp === 'GOING');
  const event = { title: 'Supper', viewerRsvp: 'GOING', organiser: { displayName: 'Olga' } };
  expect(cams.events.at(-1)).toMatchObject({ itemId: eventId, entry: { startsAt: at(18), event } });
});

test('what there is to do is shared, and done', async () => {
  const input = { eventId, title: 'Bring salad', assigneeId: cam.id, idempotencyKey: randomUUID() };
  const { task } = await act<{ task: { id: string } }>(ada, 'addEventTask', input, 'task { id }');
  expect(await refusalOf(act(eve, 'completeEventTask', { taskId: task.id }, 'task { id }'))).toBe('NOT_FOUND');
  const selection = 'task { completedBy { displayName } event { taskProgress } }';
  expect(await act(cam, 'completeEventTask', { taskId: task.id }, selection)).toEqual({
    task: { completedBy: { displayName: 'Cam' }, event: { taskProgress: 1 } },
  });
});

test('the pictures are for those who come', async () => {
  const started = { title: 'Supper, the pictures', idempotencyKey: randomUUID() };
  const { album } = await act<{ album: { id: string } }>(olga, 'createAlbum', started, 'album { id }');
  await act(olga, 'shareAlbum', { albumId: album.id, eventId }, 'album { id }');
  const seen = (who: Person) =>
    who.ask<{ album: object | null }>('query ($id: ID!) { album(id: $id) { title owner { displayName } } }', album);
  const shown = { album: { title: started.title, owner: { displayName: 'Olga' } } };
  for (const who of [ada, cam])
    expect(
      await eventually(
        () => seen(who),
        (answered) => answered.album !== null,
      ),
    ).toEqual(shown);
  for (const who of [ben, dan, eve]) expect(await seen(who)).toEqual({ album: null });
});

interface Stands {
  user: { displayName: string };
  amount: { amountMinor: number };
}
interface Transfer {
  from: { id: string };
  to: { id: string };
  amount: { amountMinor: number; currency: string };
}
interface Money {
  balances: Stands[];
  settlementPlan: Transfer[];
  settlements: object[];
  expenses: { edges: { node: { title: string; shares: Stands[] } }[] };
}
const MONEY = `query ($id: ID!) { event(id: $id) {
  balances { user { displayName } amount { amountMinor } }
  settlementPlan { from { id } to { id } amount { amountMinor currency } }
  settlements { amount { amountMinor } }
  expenses(first: 20) { edges { node { title shares { user { displayName } amount { amountMinor } } } } }
} }`;
const money = async (who: Person) => (await who.ask<{ event: Money }>(MONEY, { id: eventId })).event;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const byName = (all: readonly Stands[]) =>
  Object.fromEntries(all.map(({ user, amount }) => [user.displayName, amount.amountMinor]));

const spent = (payer: Person, title: string, amountMinor: number, split: string, parts?: readonly number[]) => {
  const shares = [olga, ada, cam].map(({ id }, index) => ({ userId: id, part: parts?.[index] ?? null }));
  const terms = { eventId, title, amount: eur(amountMinor), paidById: payer.id, split, shares };
  const input = { ...terms, idempotencyKey: randomUUID() };
  return () => act<{ expense: { id: string } }>(payer, 'addExpense', input, 'expense { id }');
};

test('booking dies while they write down what they spent: each is there once, and all sums to zero', async () => {
  const crossing = () =>
    post(router, 'query ($id: ID!) { me { displayName unreadNotificationCount } event(id: $id) { title } }', {
      variables: { id: eventId },
      token: cam.session.accessToken,
    });
  const acts = [
    spent(olga, 'Groceries', 10_000, 'EVENLY'),
    spent(ada, 'Cheese', 5_001, 'BY_SHARES', [1, 1, 2]),
    spent(cam, 'Wine', 1_000, 'EVENLY'),
    spent(cam, 'Taxi', 1_237, 'BY_PERCENTAGE', [5_000, 2_500, 2_500]),
    spent(olga, 'Cake', 2_000, 'BY_AMOUNT', [500, 500, 1_000]),
  ];
  const { answers, partial } = await killMidway(world.current, 'booking', { acts, crossing });
  expectMasked(partial, 'booking');
  expect(partial.data).toEqual({ me: { displayName: 'Cam', unreadNotificationCount: 1 }, event: null });
  expect(new Set(answers.map(({ expense }) => expense.id)).size).toBe(5);

  const { balances, expenses } = await money(cam);
  const shares = Object.fromEntries(expenses.edges.map(({ node }) => [node.title, byName(node.shares)]));
  expect(shares).toEqual({
    Groceries: { Olga: 3_334, Ada: 3_333, Cam: 3_333 },
    Cheese: { Olga: 1_250, Ada: 1_250, Cam: 2_501 },
    Wine: { Olga: 334, Ada: 333, Cam: 333 },
    Taxi: { Olga: 619, Ada: 309, Cam: 309 },
    Cake: { Olga: 500, Ada: 500, Cam: 1_000 },
  });
  expect(expenses.edges).toHaveLength(5);
  expect(byName(balances)).toEqual({ Olga: 5_963, Ada: -724, Cam: -5_239 });
}, 90_000);

test('they settle, a settlement that is sent twice counts once, and everybody is even', async () => {
  const { settlementPlan } = await money(ada);
  expect(settlementPlan).toHaveLength(2);
  for (const { from, to, amount } of settlementPlan) {
    const input = { eventId, fromId: from.id, toId: to.id, amount, idempotencyKey: randomUUID() };
    const payer = from.id === ada.id ? ada : cam;
    expect(await refusalOf(act(dan, 'recordSettlement', input, 'event { id }'))).toBe('SETTLEMENT_NOT_YOURS');
    for (const _ of ['once', 'and again']) await act(payer, 'recordSettlement', input, 'event { id }');
  }
  const after = await money(olga);
  expect(byName(after.balances)).toEqual({ Olga: 0, Ada: 0, Cam: 0 });
  expect(after.settlementPlan).toEqual([]);
  expect(after.settlements).toHaveLength(2);
});

test('calendars went on through it all, each change once; a stranger’s knows nothing', async () => {
  const { event } = await olga.ask<{ event: { version: number } }>('query ($id: ID!) { event(id: $id) { version } }', {
    id: eventId,
  });
  const later = { eventId, expectedVersion: event.version, startsAt: at(19) };
  await act(olga, 'updateEvent', later, 'event { id }');
  await cams.until((events) => events.at(-1)?.entry?.startsAt === at(19));
  const ids = cams.events.map(({ eventId: id }) => id);
  expect(new Set(ids).size).toBe(ids.length);

  const last = await plan(eve, 'Alone', null);
  eveOwns.push(last);
  await eves.until((events) => events.at(-1)?.itemId === last);
  cams.leave();
  eves.leave();
  expect(eveOwns).toEqual(expect.arrayContaining(eves.events.map(({ itemId }) => itemId)));
  const paths = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
    event(id: $id) { title } node(id: $id) { ... on Event { viewerRsvp } } calendar(from: $from, to: $to) { title }
    myEvents(first: 10) { edges { node { title } } }
  }`;
  const seen = await eve.ask<object>(paths, { id: eventId, from: at(0), to: at(24) });
  const mine = eveOwns.map(() => ({ title: 'Alone' }));
  const myEvents = { edges: mine.map((node) => ({ node })) };
  expect(seen).toEqual({ event: null, node: { viewerRsvp: null }, calendar: mine, myEvents });
});
