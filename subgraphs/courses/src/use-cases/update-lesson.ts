// Changes a lesson, or publishes it or takes it back. What is absent stays.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { markLesson } from '../domain/arrange-lessons.js';
import { publishedLessonIds } from '../domain/course.js';
import type { Lesson } from '../domain/lesson.js';
import { type GivenLesson, readLesson } from '../domain/read-lesson.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { auditAct } from './take-course.js';
import { takeLesson, turnOfLesson } from './take-lesson.js';

export interface UpdateLesson extends GivenLesson {
  readonly lessonId: string;
  readonly expectedVersion: number;
}

/** Refuses NOT_FOUND, BAD_INPUT, CONFLICT, and COURSE_NEEDS_LESSON for the last lesson of a published course. */
export async function updateLesson(rooms: Rooms, viewer: Viewer, input: UpdateLesson): Promise<Lesson | Refusal> {
  const changes = readLesson(input, viewer.id);
  if (isRefusal(changes)) return changes;
  return rooms.transact(await turnOfLesson(rooms, input.lessonId), async (unit) => {
    const taken = await takeLesson(unit, viewer, input.lessonId);
    if (isRefusal(taken)) return taken;
    const { lesson, course } = taken;
    if (lesson.version !== input.expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    // The same video again is still the word of whoever put it there.
    if (changes.video && changes.video.mediaId === lesson.video?.mediaId) delete changes.video;
    if (changes.isPublished !== undefined && changes.isPublished !== lesson.isPublished) {
      const sections = markLesson(course.sections, lesson.id, changes.isPublished);
      if (course.isPublished && publishedLessonIds({ sections }).length === 0) return refuse('COURSE_NEEDS_LESSON');
      await unit.courses.save(course, { sections }, unit.now);
    }
    const changed = await unit.courses.saveLesson(lesson, changes, unit.now);
    await auditAct(unit, viewer, course, 'updateLesson', lesson.id, { fields: Object.keys(changes).join(' ') });
    return changed;
  });
}
