// Takes a course back into a draft. Those who are enrolled keep it, and claims that are held may still be paid.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Course } from '../domain/course.js';
import type { Rooms } from './rooms.js';
import { auditAct, courseTurn, takeCourse } from './take-course.js';

/** Refuses NOT_FOUND. */
export const unpublishCourse = (
  rooms: Rooms,
  viewer: Viewer,
  { courseId }: { readonly courseId: string },
): Promise<Course | Refusal> =>
  rooms.transact(courseTurn(courseId), async (unit) => {
    const course = await takeCourse(unit, viewer, courseId);
    if (isRefusal(course) || !course.isPublished) return course;
    const draft = await unit.courses.save(course, { isPublished: false }, unit.now);
    await auditAct(unit, viewer, course, 'unpublishCourse', course.id, { title: course.title });
    return draft;
  });
