// Takes an expense back: it counts no more, and balances still sum to zero, because its shares go with it.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';
import type { Rooms } from './rooms.js';

/** Its event. Gone is gone: again changes nothing. Refuses NOT_FOUND, and EXPENSE_NOT_YOURS but to its author and the organiser. */
export const deleteExpense = ({ transact }: Rooms, viewer: Viewer, expenseId: string): Promise<Event | Refusal> =>
  transact(async (unit) => {
    const eventId = await unit.expenses.eventOf(expenseId);
    const taken = eventId === null ? null : await unit.events.takeFor(viewer.id, eventId);
    // Read again under the event's lock.
    const expense = taken && (await unit.expenses.find(expenseId));
    if (!expense) return refuseEvent('NOT_FOUND').at('expenseId');
    if (expense.authorId !== viewer.id && taken.event.organiserId !== viewer.id)
      return refuseEvent('EXPENSE_NOT_YOURS');
    if (!expense.deletedAt) await unit.expenses.takeBack(expense.id);
    return taken.event;
  });
