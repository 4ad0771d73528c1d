// Batches what one request asks for about events. Never shared between requests. What a mutation of the same request may
// change is batched, but not remembered.
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import type { Clock } from '@mosaic/kernel/values/time';
import DataLoader from 'dataloader';
import type { Asker } from '../domain/asker.js';
import type { EventBalance, ExpenseSettlement } from '../domain/balance.js';
import type { EventInvitation } from '../domain/event-invitation.js';
import type { EventTask } from '../domain/event-task.js';
import type { Expense, ExpenseShare } from '../domain/expense.js';
import type { EventParticipant } from '../domain/rsvp.js';
import { byId } from './by-id.js';
import type { EventReaders } from './readers/event-readers.js';
import type { Owned } from './readers/read-event-money.js';
import type { Counts, Standing } from './readers/read-event-people.js';

/** A page of the list of one owner. */
export interface Asked {
  readonly ownerId: string;
  readonly page: Page;
}

const live = { cache: false } as const;

export const openEventLoaders = (read: EventReaders, asker: Asker, clock: Clock) => ({
  event: byId('Event', (ids) => read.events.byIds(asker, ids)),
  eventTask: byId('EventTask', (ids) => read.eventWork.tasksByIds(asker, ids)),
  eventInvitation: byId('EventInvitation', (ids) => read.eventWork.invitationsByIds(asker, ids)),
  expense: byId('Expense', (ids) => read.eventMoney.byIds(asker, ids)),
  standing: new DataLoader<string, Standing | null>(async (ids) => {
    const userId = asker.viewer?.id;
    const found = userId ? await read.eventPeople.standings(userId, unique(ids), clock.now()) : [];
    return ids.map((id) => found.find(({ eventId }) => eventId === id) ?? null);
  }, live),
  eventCounts: new DataLoader<string, Counts | null>(async (ids) => {
    const found = await read.eventPeople.counts(unique(ids));
    return ids.map((id) => found.find(({ eventId }) => eventId === id) ?? null);
  }, live),
  participants: pages<EventParticipant>((ids, page) => read.eventPeople.of(ids, page)),
  expenses: pages<Expense>((ids, page) => read.eventMoney.of(ids, page)),
  invitations: pages<EventInvitation>((ids, page) => read.eventWork.invitationsOf(ids, page)),
  tasks: lists<EventTask>(async (ids) => (await read.eventWork.tasksOf(ids)).map(ofEvent)),
  settlements: lists<ExpenseSettlement>(async (ids) => (await read.eventMoney.settlements(ids)).map(ofEvent)),
  balances: lists<EventBalance>(read.eventMoney.balances),
  shares: lists<ExpenseShare>(read.eventMoney.shares),
});

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const ofEvent = <T extends { eventId: string }>(value: T): Owned<T> => ({ ownerId: value.eventId, value });

/** Whole lists, one query for all owners. */
const lists = <T>(load: (ownerIds: readonly string[]) => Promise<Owned<T>[]>) =>
  new DataLoader<string, T[]>(async (ids) => {
    const found = await load(unique(ids));
    return ids.map((id) => found.filter(({ ownerId }) => ownerId === id).map(({ value }) => value));
  }, live);

/** Pages, one query for all owners of whom the same page is asked. */
const pages = <T extends { eventId: string }>(
  load: (ownerIds: readonly string[], page: Omit<Page, 'scope'>) => Promise<T[]>,
) =>
  new DataLoader<Asked, T[]>(async (asked) => {
    const alike = new Map<string, { page: Omit<Page, 'scope'>; ids: string[] }>();
    for (const { ownerId, page } of asked) {
      const known = alike.get(shapeOf(page)) ?? { page, ids: [] };
      alike.set(shapeOf(page), { page, ids: [...known.ids, ownerId] });
    }
    const found = new Map<string, T[]>();
    for (const [shape, { page, ids }] of alike) found.set(shape, await load(unique(ids), page));
    return asked.map(({ ownerId, page }) =>
      (found.get(shapeOf(page)) ?? []).filter(({ eventId }) => eventId === ownerId),
    );
  }, live);

const shapeOf = ({ size, direction, after, before }: Page): string =>
  JSON.stringify([size, direction, after, before] satisfies (CursorKey | string | number | null)[]);
