// Something to be done for an event, by one of those who take part.
import type { Id } from '@mosaic/kernel/values/ids';

export const TASK_TITLE = { longest: 200, lines: 'one' } as const;
export const MOST_TASKS = 200;

export class EventTask {
  id: Id<'EventTask'>;
  eventId: Id<'Event'>;
  title: string;
  /** Null while nobody has taken it. */
  assigneeId: Id<'User'> | null;
  authorId: Id<'User'>;
  dueAt: Date | null;
  completedAt: Date | null;
  completedById: Id<'User'> | null;
  createdAt: Date;
}
