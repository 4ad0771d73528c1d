// Writes the tasks of an event, under the event's lock.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { EventTask } from '../../domain/event-task.js';

export const writeTasks = (em: EntityManager) => {
  const find = (id: string): Promise<EventTask | null> =>
    em.findOne(EventTask, { id } as object, { disableIdentityMap: true });

  return {
    find,

    /** Which event it belongs to, so that the event can be taken first. */
    async eventOf(id: string): Promise<string | null> {
      return isIdOf('EventTask', id) ? ((await find(id))?.eventId ?? null) : null;
    },

    async add(task: EventTask): Promise<void> {
      await em.insert(EventTask, task);
    },

    count: (eventId: string): Promise<number> => em.count(EventTask, { eventId } as object),

    async change(task: EventTask, changes: Partial<EventTask>): Promise<EventTask> {
      await em.nativeUpdate(EventTask, { id: task.id } as object, changes);
      return Object.assign(new EventTask(), task, changes);
    },
  };
};
