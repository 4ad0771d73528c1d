// Shows a course to everybody. Publishing what is published changes nothing.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { type Course, publishedLessonIds } from '../domain/course.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { auditAct, courseTurn, takeCourse } from './take-course.js';

/** Refuses NOT_FOUND, and COURSE_NEEDS_LESSON unless one of its lessons is published. */
export const publishCourse = (
  rooms: Rooms,
  viewer: Viewer,
  { courseId }: { readonly courseId: string },
): Promise<Course | Refusal> =>
  rooms.transact(courseTurn(courseId), async (unit) => {
    const course = await takeCourse(unit, viewer, courseId);
    if (isRefusal(course) || course.isPublished) return course;
    if (publishedLessonIds(course).length === 0) return refuse('COURSE_NEEDS_LESSON');
    const publishedAt = course.publishedAt ?? unit.now;
    const published = await unit.courses.save(course, { isPublished: true, publishedAt }, unit.now);
    await auditAct(unit, viewer, course, 'publishCourse', course.id, { title: course.title });
    return published;
  });
