// How an Event and what hangs on it are stored. Participants, the waitlist, shares and settlements have no record: they
// are written and read by statements of their own.
import { EntitySchema } from '@mikro-orm/core';
import { Event } from '../../domain/event.js';
import { EventInvitation } from '../../domain/event-invitation.js';
import { EventTask } from '../../domain/event-task.js';
import { Expense } from '../../domain/expense.js';
import { idColumn, idOf, instant, integer, minorUnits, text } from './columns.js';

const EventRecord = new EntitySchema<Event>({
  class: Event,
  tableName: 'events',
  properties: {
    id: { ...idColumn, primary: true },
    organiserId: idColumn,
    status: text as never,
    title: text,
    description: text,
    place: { ...text, nullable: true },
    startsAt: instant,
    endsAt: instant,
    timeZone: text,
    capacity: { ...integer, nullable: true },
    currency: { ...text, nullable: true },
    version: integer,
    createdAt: instant,
    updatedAt: instant,
  },
  indexes: [{ name: 'events_created', properties: ['createdAt'] }],
});

const EventInvitationRecord = new EntitySchema<EventInvitation>({
  class: EventInvitation,
  tableName: 'event_invitations',
  properties: {
    id: { ...idColumn, primary: true },
    eventId: idOf(() => Event, 'event_id'),
    email: text,
    tokenHash: text,
    createdAt: instant,
    expiresAt: instant,
    usedAt: { ...instant, nullable: true },
    usedById: { ...idColumn, nullable: true },
  },
  uniques: [{ name: 'event_invitations_token', properties: ['tokenHash'] }],
  indexes: [
    { name: 'event_invitations_order', properties: ['eventId', 'createdAt', 'id'] },
    {
      name: 'event_invitations_unused',
      expression: `create unique index "event_invitations_unused" on "event_invitations" ("event_id", lower("email"))
                   where "used_at" is null`,
    },
  ],
});

const EventTaskRecord = new EntitySchema<EventTask>({
  class: EventTask,
  tableName: 'event_tasks',
  properties: {
    id: { ...idColumn, primary: true },
    eventId: idOf(() => Event, 'event_id'),
    title: text,
    assigneeId: { ...idColumn, nullable: true },
    authorId: idColumn,
    dueAt: { ...instant, nullable: true },
    completedAt: { ...instant, nullable: true },
    completedById: { ...idColumn, nullable: true },
    createdAt: instant,
  },
  indexes: [{ name: 'event_tasks_order', properties: ['eventId', 'createdAt', 'id'] }],
});

const ExpenseRecord = new EntitySchema<Expense>({
  class: Expense,
  tableName: 'expenses',
  properties: {
    id: { ...idColumn, primary: true },
    eventId: idOf(() => Event, 'event_id'),
    title: text,
    amountMinor: minorUnits,
    currency: text,
    paidById: idColumn,
    authorId: idColumn,
    split: text as never,
    spentAt: instant,
    createdAt: instant,
    deletedAt: { ...instant, nullable: true },
  },
  indexes: [
    {
      name: 'expenses_order',
      expression:
        'create index "expenses_order" on "expenses" ("event_id", "created_at", "id") where "deleted_at" is null',
    },
  ],
});

export const eventRecords = [EventRecord, EventInvitationRecord, EventTaskRecord, ExpenseRecord];

/** Tables without a record. */
export const unmappedEventTables = ['event_participants', 'event_waitlist', 'expense_shares', 'event_settlements'];
