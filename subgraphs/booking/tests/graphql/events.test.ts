// Events over the wire: from an invitation to everybody being even, and who sees what by which path.
import { mintId } from '@mosaic/kernel/values/ids';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/domain/asker.js';
import type { Whatever } from '../lab/answer.js';
import { details, eur, eventsIn, idOf, someone } from '../lab/graph-events.js';
import { openGraph } from '../lab/open-graph.js';
import { aGuest, askerFor, person } from '../lab/people.js';

const graph = openGraph();

const [ada, ben, cam, stranger] = [someone(), someone(), someone(), someone()];

const { key, publish, join, spend } = eventsIn(graph);

let eventId: string;
let usedToken: string;
let openToken: string;
let taskId: string;
let expenseId: string;
let invitationId: string;

beforeAll(async () => {
  eventId = await publish(ada, { capacity: 1, place: 'By the lake' });
  // What is done in one instant has no order.
  graph().clock.advance(1);
  usedToken = await join(eventId, ada, ben);
  graph().clock.advance(1);
  await join(eventId, ada, cam);
  graph().clock.advance(1);
  const asked = { eventId, email: 'dan@people.test' };
  const invited = await graph().run(ada, 'inviteToEvent', asked, 'token invitation { id email status usedBy { id } }');
  openToken = invited.token;
  invitationId = invited.invitation.id;
  expect(invited.invitation).toEqual({ id: invitationId, email: 'dan@people.test', status: 'OPEN', usedBy: null });
  const task = { eventId, title: 'Bring salad', assigneeId: idOf(ben), idempotencyKey: key() };
  taskId = (await graph().run(ada, 'addEventTask', task, 'task { id }')).task.id;
  expenseId = (await spend(ben, eventId, [ada, ben, cam])).expense.id;
});

test('a journey: answer, wait, be offered a seat, do a task, spend, settle', async () => {
  const id = await publish(ada, { capacity: 1 });
  await join(id, ada, ben);
  await join(id, ada, cam);
  const fields = 'event { viewerRsvp goingCount waitlistCount viewerSeatOfferedUntil }';
  const answer = async (who: Asker, said: string) =>
    (await graph().run(who, 'rsvpEvent', { eventId: id, answer: said }, fields)).event;
  const seats = (viewerRsvp: string, goingCount: number, waitlistCount: number) => ({
    viewerRsvp,
    goingCount,
    waitlistCount,
    viewerSeatOfferedUntil: null,
  });
  expect(await answer(ben, 'GOING')).toEqual(seats('GOING', 1, 0));
  expect(await answer(cam, 'GOING')).toEqual(seats('WAITLISTED', 1, 1));
  expect(await answer(ben, 'DECLINED')).toEqual(seats('DECLINED', 0, 1));
  const offered = await graph().ask(cam, 'query ($id: ID!) { event(id: $id) { viewerSeatOfferedUntil } }', { id });
  expect(offered.data?.event.viewerSeatOfferedUntil).toMatch(/^2026-11-21T21:00:00/);
  expect((await graph().run(cam, 'acceptSeat', { eventId: id }, fields)).event).toEqual(seats('GOING', 1, 0));

  const input = { eventId: id, title: 'Bring salad', idempotencyKey: key() };
  const { task } = await graph().run(ben, 'addEventTask', input, 'task { id assignee { id } event { taskProgress } }');
  expect(task).toMatchObject({ assignee: null, event: { taskProgress: 0 } });
  await graph().run(cam, 'assignEventTask', { taskId: task.id, assigneeId: idOf(cam) }, 'task { assignee { id } }');
  const progress = 'task { completedBy { id } event { taskProgress } }';
  expect((await graph().run(cam, 'completeEventTask', { taskId: task.id }, progress)).task).toEqual({
    completedBy: { id: idOf(cam) },
    event: { taskProgress: 1 },
  });

  await spend(cam, id, [ada, ben, cam]);
  const money = `query ($id: ID!) { event(id: $id) {
    currency balances { user { id } amount { decimal } }
    settlementPlan { from { id } to { id } amount { amountMinor currency decimal } }
    expenses(first: 5) { edges { node { amount { decimal } shares { user { id } amount { decimal } } } } }
    settlements { amount { decimal } } } }`;
  const { data } = await graph().ask(ben, money, { id });
  expect(data?.event.expenses.edges[0].node).toEqual({
    amount: { decimal: '100.00' },
    shares: [ada, ben, cam].map((one, at) => ({
      user: { id: idOf(one) },
      amount: { decimal: at === 0 ? '33.34' : '33.33' },
    })),
  });
  for (const { from, to, amount } of data?.event.settlementPlan ?? []) {
    const transfer = {
      eventId: id,
      fromId: from.id,
      toId: to.id,
      amount: eur(amount.amountMinor),
      idempotencyKey: key(),
    };
    await graph().run(ada, 'recordSettlement', transfer, 'event { id }');
  }
  const after = await graph().ask(ben, money, { id });
  expect(after.data?.event.settlementPlan).toEqual([]);
  expect(after.data?.event.settlements).toEqual([{ amount: { decimal: '33.33' } }, { amount: { decimal: '33.33' } }]);
  expect(new Set(after.data?.event.balances.map(({ amount }: Whatever) => amount.decimal))).toEqual(new Set(['0.00']));
});

const FIELDS =
  'id title viewerRsvp participants(first: 10) { edges { node { user { id } } } } balances { user { id } }';

test.each<[string, () => Asker | null]>([
  ['a stranger', () => stranger],
  ['an admin', () => askerFor(person('ADMIN'))],
  ['a coach', () => askerFor(person('COACH'))],
  ['a guest', () => aGuest()],
  ['nobody', () => null],
])('%s gets nothing of an event by any path', async (_, who) => {
  for (const [type, id, fields] of [
    ['Event', eventId, FIELDS],
    ['EventTask', taskId, 'id title event { id }'],
    ['Expense', expenseId, 'id title amount { decimal } shares { user { id } }'],
    ['EventInvitation', invitationId, 'id email event { id }'],
  ] as const)
    expect(await graph().entity(who(), type, { id }, fields)).toBeNull();
  const { data, errors } = await graph().ask(who(), `query ($id: ID!) { event(id: $id) { ${FIELDS} } }`, {
    id: eventId,
  });
  expect(data?.event ?? null).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe(who()?.viewer ? undefined : 'UNAUTHENTICATED');
});

test('those who take part see it by every path; invitations are the organiser’s', async () => {
  for (const who of [ada, ben]) {
    const byEntity = await graph().entity(who, 'Event', { id: eventId }, FIELDS);
    const byRoot = (await graph().ask(who, `query ($id: ID!) { event(id: $id) { ${FIELDS} } }`, { id: eventId })).data;
    expect(byEntity).toEqual(byRoot?.event);
    expect(byEntity.participants.edges.map(({ node }: Whatever) => node.user.id)).toEqual([ada, ben, cam].map(idOf));
    expect(await graph().entity(who, 'EventTask', { id: taskId }, 'title')).toEqual({ title: 'Bring salad' });
    expect(await graph().entity(who, 'Expense', { id: expenseId }, 'title')).toEqual({ title: 'Cake' });
  }
  const list = 'invitations(first: 10) { edges { node { email status usedBy { id } } } }';
  const invited = await graph().entity(ada, 'Event', { id: eventId }, list);
  expect(invited.invitations.edges.map(({ node }: Whatever) => [node.status, node.usedBy?.id ?? null])).toEqual([
    ['USED', idOf(ben)],
    ['USED', idOf(cam)],
    ['OPEN', null],
  ]);
  expect(await graph().entity(ben, 'Event', { id: eventId }, list)).toEqual({ invitations: null });
  expect(await graph().entity(ben, 'EventInvitation', { id: invitationId }, 'email')).toBeNull();
});

test('the holder of an unused link sees what it is for, and nobody sees the token again', async () => {
  const preview = `query ($token: String!) { invitation(token: $token) {
    title description place startsAt endsAt timeZone expiresAt organiser { id } } }`;
  for (const who of [null, stranger, aGuest()])
    expect((await graph().ask(who, preview, { token: openToken })).data?.invitation).toEqual({
      ...details,
      description: '',
      place: 'By the lake',
      expiresAt: '2026-11-28T15:00:00.000Z',
      organiser: { id: idOf(ada) },
    });
  for (const token of [usedToken, 'x', 'A'.repeat(43)])
    expect((await graph().ask(stranger, preview, { token })).data).toEqual({ invitation: null });
  const { data } = await graph().ask(null, '{ __type(name: "EventInvitation") { fields { name } } }');
  const names = data?.__type?.fields.map(({ name }: Whatever) => name) ?? [];
  expect(names.filter((name: string) => /token|hash/i.test(name))).toEqual([]);
});

test('nobody writes without signing in, and strangers change nothing', async () => {
  const inputs: Record<string, object> = {
    createEvent: { ...details, idempotencyKey: key() },
    updateEvent: { eventId, expectedVersion: 1 },
    publishEvent: { eventId },
    cancelEvent: { eventId },
    inviteToEvent: { eventId, email: 'eve@people.test' },
    acceptInvitation: { token: openToken },
    rsvpEvent: { eventId, answer: 'GOING' },
    acceptSeat: { eventId },
    addEventTask: { eventId, title: 'x', idempotencyKey: key() },
    assignEventTask: { taskId, assigneeId: idOf(stranger) },
    completeEventTask: { taskId },
    deleteExpense: { expenseId },
    addExpense: {
      ...{ eventId, title: 'x', amount: eur(1), paidById: idOf(ada), split: 'EVENLY', idempotencyKey: key() },
      shares: [{ userId: idOf(ada) }],
    },
    recordSettlement: { eventId, fromId: idOf(ada), toId: idOf(ben), amount: eur(1), idempotencyKey: key() },
  };
  for (const [name, input] of Object.entries(inputs)) {
    expect([name, await graph().refusalOf(null, name, input)]).toEqual([name, 'UNAUTHENTICATED']);
    expect([name, await graph().refusalOf(aGuest(), name, input)]).toEqual([name, 'UNAUTHENTICATED']);
    if (!['createEvent', 'acceptInvitation'].includes(name))
      expect([name, await graph().refusalOf(stranger, name, input)]).toEqual([name, 'NOT_FOUND']);
  }
  for (const { query, field } of [
    { query: '{ myEvents(first: 1) { edges { cursor } } }', field: 'myEvents' },
    { query: '{ event(id: "x") { id } }', field: 'event' },
  ])
    expect([field, (await graph().ask(null, query)).errors?.[0]?.extensions.code]).toEqual([field, 'UNAUTHENTICATED']);
});

test('hostile ids and instants are refused by name, and nothing breaks', async () => {
  const evil = ['\u0000', "' or true --", 'x'.repeat(5_000), taskId, eventId];
  const task = { eventId, title: 'x', idempotencyKey: key() };
  const expense = { eventId, title: 'x', amount: eur(1), split: 'EVENLY', idempotencyKey: key() };
  for (const id of evil) {
    const asked = {
      event: await graph().refusalOf(ada, 'publishEvent', { eventId: id === eventId ? 'x' : id }),
      task: await graph().refusalOf(ada, 'completeEventTask', { taskId: id === taskId ? 'x' : id }),
      expense: await graph().refusalOf(ada, 'deleteExpense', { expenseId: id }),
      assignee: await graph().refusalOf(ada, 'addEventTask', { ...task, assigneeId: id }),
      payer: await graph().refusalOf(ada, 'addExpense', { ...expense, paidById: id, shares: [{ userId: idOf(ada) }] }),
      sharer: await graph().refusalOf(ada, 'addExpense', { ...expense, paidById: idOf(ada), shares: [{ userId: id }] }),
      token: await graph().refusalOf(ada, 'acceptInvitation', { token: id }),
    };
    const person = { assignee: 'NOT_A_PARTICIPANT', payer: 'NOT_A_PARTICIPANT', sharer: 'NOT_A_PARTICIPANT' };
    expect(asked).toEqual({
      event: 'NOT_FOUND',
      task: 'NOT_FOUND',
      expense: 'NOT_FOUND',
      token: 'NOT_FOUND',
      ...person,
    });
  }
  const shares = [{ userId: idOf(ada) }];
  for (const instant of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) {
    expect(await graph().refusalOf(ada, 'addEventTask', { ...task, dueAt: instant })).toBe('BAD_INPUT');
    const spent = { ...expense, paidById: idOf(ada), shares, spentAt: instant };
    expect(await graph().refusalOf(ada, 'addExpense', spent)).toBe('BAD_INPUT');
    const made = { ...details, startsAt: instant, idempotencyKey: key() };
    expect(await graph().refusalOf(ada, 'createEvent', made)).toBe('BAD_INPUT');
  }
});

test('hostile and unknown keys are null and spoil no other', async () => {
  const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Event { title } } }';
  const ids = [mintId('Event'), taskId, 'x'.repeat(1_000), '', '\u0000', eventId];
  const { data } = await graph().ask(ben, query, { of: ids.map((id) => ({ __typename: 'Event', id })) });
  expect(data?._entities).toEqual([null, null, null, null, null, { title: 'Picnic' }]);
});
