// An organiser's changes to an event, and the tasks of those who take part.
import { mintId } from '@mosaic/kernel/values/ids';
import { expect, test } from 'vitest';
import { addEventTask, assignEventTask, completeEventTask } from '../../src/use-cases/change-tasks.js';
import { createEvent } from '../../src/use-cases/create-event.js';
import { rsvpEvent } from '../../src/use-cases/rsvp-event.js';
import { cancelEvent, publishEvent } from '../../src/use-cases/turn-event.js';
import { type UpdateEvent, updateEvent } from '../../src/use-cases/update-event.js';
import { goerOf, guestOf, type Party, picnic, publish } from '../lab/events.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { person } from '../lab/people.js';

const lab = openLab();

const change = ({ event, organiser }: Party, changes: UpdateEvent['changes'], expectedVersion = event.version) =>
  updateEvent(lab().rooms, organiser, { eventId: event.id, expectedVersion, changes });

test('one key makes one event, however often and at once it is asked', async () => {
  const [ada, input] = [person(), picnic()];
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => createEvent(lab().rooms, ada, input)));
  expect(new Set(made.map((event) => granted(event).id)).size).toBe(1);
  expect(await lab().rows('select id from events where organiser_id = ?', [ada.id])).toHaveLength(1);
  expect(codeOf(await createEvent(lab().rooms, ada, { ...input, title: 'Other' }))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('of two editors who saw the same version one wins, and what is absent stays', async () => {
  const party = await publish(lab());
  const outcomes = await Promise.all([change(party, { title: 'Lunch' }), change(party, { place: null })]);
  expect(outcomes.filter((outcome) => 'code' in outcome).map(codeOf)).toEqual(['CONFLICT']);
  const after = granted(outcomes.find((outcome) => !('code' in outcome))!);
  expect(after.version).toBe(party.event.version + 1);
  const next = granted(await change(party, { description: 'Rain or shine' }, after.version));
  expect([next.title, next.place]).toEqual([after.title, after.place]);
  expect(codeOf(await change(party, { endsAt: party.event.startsAt }, next.version))).toBe('BAD_INPUT');
});

test('a cancelled event is never published again, nor changed, nor answered', async () => {
  const party = await publish(lab());
  const ada = await guestOf(lab(), party);
  const { rooms } = lab();
  const { id } = party.event;
  expect(granted(await publishEvent(rooms, party.organiser, id)).version).toBe(party.event.version);
  expect(granted(await cancelEvent(rooms, party.organiser, id)).status).toBe('CANCELLED');
  expect(granted(await cancelEvent(rooms, party.organiser, id)).version).toBe(party.event.version + 1);
  expect(codeOf(await publishEvent(rooms, party.organiser, id))).toBe('ILLEGAL_EVENT_TRANSITION');
  expect(codeOf(await change(party, { title: 'x' }, party.event.version + 1))).toBe('EVENT_NOT_OPEN');
  expect(codeOf(await rsvpEvent(rooms, ada, { eventId: id, answer: 'GOING' }))).toBe('EVENT_NOT_OPEN');
});

test('others who take part change nothing of it; strangers know of nothing', async () => {
  const party = await publish(lab());
  const ada = await guestOf(lab(), party);
  const { rooms } = lab();
  const { id, version } = party.event;
  const ask = (viewer = ada, eventId: string = id) => [
    updateEvent(rooms, viewer, { eventId, expectedVersion: version, changes: { title: 'Mine' } }),
    publishEvent(rooms, viewer, eventId),
    cancelEvent(rooms, viewer, eventId),
  ];
  const codes = async (asked: Promise<unknown>[]) => (await Promise.all(asked)).map(codeOf);
  expect(await codes(ask())).toEqual(['NOT_ORGANISER', 'NOT_ORGANISER', 'NOT_ORGANISER']);
  expect(await codes(ask(person()))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(await codes(ask(ada, mintId('Event')))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(await codes(ask(ada, "' or true --"))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(codeOf(await rsvpEvent(rooms, person(), { eventId: id, answer: 'GOING' }))).toBe('NOT_FOUND');
});

let keys = 0;
const add = ({ event }: Party, viewer = person(), assigneeId: string | null = null, title = 'Bring salad') => {
  keys += 1;
  return addEventTask(lab().rooms, viewer, {
    eventId: event.id,
    title,
    assigneeId,
    dueAt: null,
    idempotencyKey: `t${keys}`,
  });
};

test('a task is given only to those who take part, and done once', async () => {
  const party = await publish(lab());
  const [ada, ben] = [await guestOf(lab(), party), await goerOf(lab(), party)];
  const { rooms } = lab();
  expect(codeOf(await add(party, ada, person().id))).toBe('NOT_A_PARTICIPANT');
  expect(codeOf(await add(party))).toBe('NOT_FOUND');
  expect(codeOf(await add(party, ada, null, ' '))).toBe('BAD_INPUT');
  const { id: taskId } = granted(await add(party, ada));

  // Nobody has it: Ben may take it, but not give it to somebody else.
  expect(codeOf(await assignEventTask(rooms, ben, { taskId, assigneeId: ada.id }))).toBe('TASK_NOT_YOURS');
  expect(granted(await assignEventTask(rooms, ben, { taskId, assigneeId: ben.id })).assigneeId).toBe(ben.id);
  expect(codeOf(await completeEventTask(rooms, ada, taskId))).toBe('TASK_NOT_YOURS');
  expect(codeOf(await assignEventTask(rooms, ada, { taskId, assigneeId: person().id }))).toBe('NOT_A_PARTICIPANT');

  const done = await Promise.all([1, 2, 3].map(() => completeEventTask(rooms, ben, taskId)));
  const first = granted(done[0]!);
  expect(done.map(granted)).toEqual([first, first, first]);
  lab().clock.advance(60_000);
  expect(granted(await completeEventTask(rooms, party.organiser, taskId))).toEqual(first);
  expect(first).toMatchObject({ completedById: ben.id, completedAt: new Date('2026-11-21T09:00:00.000Z') });
  expect(codeOf(await assignEventTask(rooms, ada, { taskId, assigneeId: ada.id }))).toBe('TASK_DONE');
  for (const hidden of [taskId, mintId('EventTask'), 'x'])
    expect(codeOf(await completeEventTask(rooms, person(), hidden))).toBe('NOT_FOUND');
});

test('an event has at most 200 tasks, also when many add at once', async () => {
  const party = await publish(lab());
  await lab().rows(
    `insert into event_tasks (id, event_id, title, author_id, created_at)
     select 'task' || n, ?, 'x', ?, now() from generate_series(1, 198) n returning id`,
    [party.event.id, party.organiser.id],
  );
  const added = await Promise.all([1, 2, 3, 4, 5].map(() => add(party, party.organiser)));
  expect(added.filter((outcome) => 'code' in outcome).map(codeOf)).toEqual(Array(3).fill('TOO_MANY_IN_EVENT'));
});
