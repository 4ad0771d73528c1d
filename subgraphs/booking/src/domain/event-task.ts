// Something to be done for an event, by one of those who take part.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Event } from './event.js';

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

type Organised = Pick<Event, 'organiserId'>;

/** The organiser, its author and whoever has it give it to anybody; everybody may take one that nobody has. */
export const mayAssign = (userId: string, { organiserId }: Organised, task: EventTask, toId: string | null): boolean =>
  [organiserId, task.authorId, task.assigneeId].includes(userId) || (task.assigneeId === null && toId === userId);

export const mayComplete = (userId: string, { organiserId }: Organised, { assigneeId }: EventTask): boolean =>
  assigneeId === null || assigneeId === userId || organiserId === userId;
