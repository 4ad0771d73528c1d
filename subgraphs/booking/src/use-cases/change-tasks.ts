// Adds, assigns and completes the tasks of an event.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import type { Unit } from '../data/unit-of-work.js';
import type { Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';
import { EventTask, MOST_TASKS, mayAssign, mayComplete, TASK_TITLE } from '../domain/event-task.js';
import { isPlausible } from '../domain/plausible-time.js';
import type { Rooms } from './rooms.js';
import { takeEvent } from './take-event.js';

export interface AddEventTask {
  readonly eventId: string;
  readonly title: string;
  readonly assigneeId: string | null;
  readonly dueAt: Date | null;
  readonly idempotencyKey: string;
}

/** For everybody who takes part. Refuses NOT_FOUND, BAD_INPUT, NOT_A_PARTICIPANT, EVENT_NOT_OPEN (cancelled), TOO_MANY_IN_EVENT, IDEMPOTENCY_KEY_REUSED. */
export async function addEventTask(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { idempotencyKey: key, ...given }: AddEventTask,
): Promise<EventTask | Refusal> {
  const title = cleanText(given.title, TASK_TITLE);
  if (isRefusal(title)) return title.at('title');
  if (given.dueAt && !isPlausible(given.dueAt))
    return refuseEvent('BAD_INPUT', { reason: 'nothing is due then' }).at('dueAt');
  return transact(async (unit) => {
    const id = await unit.once({ actor: viewer.id, operation: 'addEventTask', key, input: given }, async () => {
      const taken = await takeEvent(unit, viewer, given.eventId);
      if (isRefusal(taken)) return taken;
      const { event } = taken;
      if (event.status === 'CANCELLED') return refuseEvent('EVENT_NOT_OPEN', { status: event.status });
      if ((await unit.tasks.count(event.id)) >= MOST_TASKS)
        return refuseEvent('TOO_MANY_IN_EVENT', { limit: MOST_TASKS });
      const refusal = await refuseAssignee(unit, event, given.assigneeId);
      if (refusal) return refusal;
      const { assigneeId, dueAt } = given;
      const made = { id: mintId('EventTask'), eventId: event.id, authorId: viewer.id, createdAt: unit.now };
      const open = { completedAt: null, completedById: null };
      const task = Object.assign(new EventTask(), { title, assigneeId, dueAt, ...made, ...open });
      await unit.tasks.add(task);
      return task.id;
    });
    if (isRefusal(id)) return id;
    return (await unit.tasks.find(id)) ?? refuseEvent('NOT_FOUND');
  });
}

export interface AssignEventTask {
  readonly taskId: string;
  /** Null takes it from whoever has it. */
  readonly assigneeId: string | null;
}

/** For the organiser, its author and its assignee; everybody takes one that nobody has. Refuses NOT_FOUND, TASK_NOT_YOURS, TASK_DONE, NOT_A_PARTICIPANT. */
export const assignEventTask = (
  { transact }: Rooms,
  viewer: Viewer,
  { taskId, assigneeId }: AssignEventTask,
): Promise<EventTask | Refusal> =>
  transact(async (unit) => {
    const taken = await takeTask(unit, viewer, taskId);
    if (isRefusal(taken)) return taken;
    const { event, task } = taken;
    if (!mayAssign(viewer.id, event, task, assigneeId)) return refuseEvent('TASK_NOT_YOURS');
    if (task.assigneeId === assigneeId) return task;
    if (task.completedAt) return refuseEvent('TASK_DONE');
    return (await refuseAssignee(unit, event, assigneeId)) ?? unit.tasks.change(task, { assigneeId });
  });

/** For its assignee and the organiser, and for everybody when nobody has it. Done is done: again changes nothing. Refuses NOT_FOUND, TASK_NOT_YOURS. */
export const completeEventTask = ({ transact }: Rooms, viewer: Viewer, taskId: string): Promise<EventTask | Refusal> =>
  transact(async (unit) => {
    const taken = await takeTask(unit, viewer, taskId);
    if (isRefusal(taken)) return taken;
    const { event, task } = taken;
    if (!mayComplete(viewer.id, event, task)) return refuseEvent('TASK_NOT_YOURS');
    if (task.completedAt) return task;
    return unit.tasks.change(task, { completedAt: unit.now, completedById: viewer.id });
  });

async function takeTask(
  unit: Unit,
  viewer: Viewer,
  taskId: string,
): Promise<{ event: Event; task: EventTask } | Refusal> {
  const unknown = refuseEvent('NOT_FOUND').at('taskId');
  const eventId = await unit.tasks.eventOf(taskId);
  const taken = eventId === null ? null : await unit.events.takeFor(viewer.id, eventId);
  // Read again under the event's lock.
  const task = taken && (await unit.tasks.find(taskId));
  return task ? { event: taken.event, task } : unknown;
}

async function refuseAssignee(unit: Unit, event: Event, assigneeId: string | null): Promise<Refusal | null> {
  if (assigneeId === null || (await unit.events.participant(event.id, assigneeId))) return null;
  return refuseEvent('NOT_A_PARTICIPANT').at('assigneeId');
}
