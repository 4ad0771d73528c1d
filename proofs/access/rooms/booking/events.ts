// Occasions that people are invited to, with their work and their money.
import { randomUUID } from 'node:crypto';
import { act } from '../../../lab/act.js';
import type { Person } from '../../../lab/person.js';
import { personAs } from '../../person-as.js';
import type { AccessRoom } from '../../room.js';
import type { Stage } from '../../stage.js';
import { nextTime } from './times.js';

type Made<T extends string> = Record<T, { id: string }>;

const event = () => {
  const startsAt = nextTime();
  const endsAt = new Date(startsAt.getTime() + 1_800_000);
  return { title: 'A picnic', startsAt, endsAt, timeZone: 'Europe/Paris', idempotencyKey: randomUUID() };
};

const draft = async (organiser: Person): Promise<string> =>
  (await act<Made<'event'>>(organiser, 'createEvent', event(), 'event { id }')).event.id;

async function publish(organiser: Person): Promise<string> {
  const eventId = await draft(organiser);
  await act(organiser, 'publishEvent', { eventId }, 'event { id }');
  return eventId;
}

type Invited = Made<'invitation'> & { token: string };

const invite = ({ owner }: Stage, eventId: string | undefined) =>
  act<Invited>(owner, 'inviteToEvent', { eventId, email: `${randomUUID()}@people.test` }, 'invitation { id } token');

async function newTask({ owner, ids }: Stage): Promise<string> {
  const wish = { eventId: ids['Event'], title: 'Bring bread', idempotencyKey: randomUUID() };
  return (await act<Made<'task'>>(owner, 'addEventTask', wish, 'task { id }')).task.id;
}

const expense = ({ owner, people: { member }, ids }: Stage) => ({
  eventId: ids['Event'],
  title: 'Bread',
  amount: { amountMinor: 1_000, currency: 'EUR' },
  paidById: owner.id,
  split: 'EVENLY',
  shares: [{ userId: owner.id }, { userId: member?.id }],
  idempotencyKey: randomUUID(),
});

const newExpense = async (stage: Stage): Promise<string> =>
  (await act<Made<'expense'>>(stage.owner, 'addExpense', expense(stage), 'expense { id }')).expense.id;

async function versionOf({ owner, ids }: Stage): Promise<number> {
  const document = 'query ($id: ID!) { event(id: $id) { version } }';
  return (await owner.ask<{ event: { version: number } }>(document, { id: ids['Event'] })).event.version;
}

const ofEvent = ({ ids }: Stage) => ({ eventId: ids['Event'] });

export const events: AccessRoom = {
  async records(stage) {
    const { owner } = stage;
    const member = personAs(stage, 'member');
    const [Event, EventToJoin] = [await publish(owner), await publish(owner)];
    const { token } = await invite(stage, Event);
    await act(member, 'acceptInvitation', { token }, 'event { id }');
    for (const person of [owner, member])
      await act(person, 'rsvpEvent', { eventId: Event, answer: 'GOING' }, 'event { id }');
    const { invitation, token: InvitationToken } = await invite(stage, Event);
    const ids = { Event, EventToJoin, DraftEvent: await draft(owner), EventInvitation: invitation.id, InvitationToken };
    const within = { ...stage, ids };
    return { ...ids, EventTask: await newTask(within), Expense: await newExpense(within) };
  },
  nested: {
    Event: 'myEvents(first: 20) { edges { node { @ } } }',
    DraftEvent: 'myEvents(first: 20) { edges { node { @ } } }',
    EventTask: 'myEvents(first: 20) { edges { node { tasks { @ } } } }',
    EventInvitation: 'myEvents(first: 20) { edges { node { invitations(first: 20) { edges { node { @ } } } } } }',
    Expense: 'myEvents(first: 20) { edges { node { expenses(first: 20) { edges { node { @ } } } } } }',
  },
  byId: { Event: 'event' },
  queries: {
    event: 'event(id: $Event) { id }',
    myEvents: 'myEvents(first: 1) { pageInfo { hasNextPage } }',
    invitation: 'invitation(token: $InvitationToken) { title }',
  },
  inputs: {
    createEvent: event,
    updateEvent: async (stage) => ({
      ...ofEvent(stage),
      expectedVersion: await versionOf(stage),
      title: 'Another picnic',
    }),
    publishEvent: ofEvent,
    cancelEvent: ofEvent,
    inviteToEvent: (stage) => ({ ...ofEvent(stage), email: `${randomUUID()}@people.test` }),
    acceptInvitation: async (stage) => ({ token: (await invite(stage, stage.ids['EventToJoin'])).token }),
    rsvpEvent: (stage) => ({ ...ofEvent(stage), answer: 'GOING' }),
    // Whoever has a seat keeps it.
    acceptSeat: ofEvent,
    addEventTask: (stage) => ({ ...ofEvent(stage), title: 'Bring salt', idempotencyKey: randomUUID() }),
    // Everybody takes a task that nobody has.
    assignEventTask: async (stage, person) => ({ taskId: await newTask(stage), assigneeId: person?.id ?? null }),
    completeEventTask: ({ ids }) => ({ taskId: ids['EventTask'] }),
    addExpense: expense,
    deleteExpense: ({ ids }) => ({ expenseId: ids['Expense'] }),
    recordSettlement: (stage) => ({
      ...ofEvent(stage),
      fromId: personAs(stage, 'member').id,
      toId: stage.owner.id,
      amount: { amountMinor: 1, currency: 'EUR' },
      idempotencyKey: randomUUID(),
    }),
  },
  streams: {
    calendarChanged: {
      document: 'subscription { calendarChanged { eventId occurredAt } }',
      stir: async (_at, listener) => listener && publish(listener),
    },
  },
  denials: ['NOT_ORGANISER', 'EXPENSE_NOT_YOURS'],
  endings: ['cancelEvent'],
};
