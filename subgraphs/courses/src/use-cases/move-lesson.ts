// Puts a lesson to another place of its course: one write of the whole order, so that no lesson is ever lost or twice.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { moveLessonTo } from '../domain/arrange-lessons.js';
import type { Course } from '../domain/course.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { auditAct } from './take-course.js';
import { takeLesson, turnOfLesson } from './take-lesson.js';

export interface MoveLesson {
  readonly lessonId: string;
  readonly sectionId: string;
  /** From 0. */
  readonly position: number;
}

/** Naming the same place twice moves once. Refuses NOT_FOUND and BAD_INPUT. */
export async function moveLesson(
  rooms: Rooms,
  viewer: Viewer,
  { lessonId, sectionId, position }: MoveLesson,
): Promise<Course | Refusal> {
  if (position < 0) return refuse('BAD_INPUT', { reason: 'positions count from 0' }).at('position');
  return rooms.transact(await turnOfLesson(rooms, lessonId), async (unit) => {
    const taken = await takeLesson(unit, viewer, lessonId);
    if (isRefusal(taken)) return taken;
    const { lesson, course } = taken;
    const sections = moveLessonTo(course.sections, lesson.id, sectionId, position);
    if (!sections) return refuse('NOT_FOUND').at('sectionId');
    const moved = await unit.courses.save(course, { sections }, unit.now);
    await auditAct(unit, viewer, course, 'moveLesson', lesson.id, { sectionId, position });
    return moved;
  });
}
