// What every act of a learner begins with: their place in the course of the lesson, asked in the transaction of the act.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { systemAsker } from '../data/asker.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Course } from '../domain/course.js';
import type { Enrollment } from '../domain/enrollment.js';
import type { Learning } from '../domain/learning.js';
import type { Lesson } from '../domain/lesson.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

export interface Entered {
  readonly lesson: Lesson;
  readonly course: Course;
  readonly enrollment: Enrollment;
  /** Locked: nobody else can change what this person did in this course now. */
  readonly learning: Learning;
}

/** Refuses NOT_FOUND unless the lesson is published and the viewer is enrolled; authors learn nothing from themselves. */
export async function enterLesson(unit: Unit, viewer: Viewer, lessonId: string): Promise<Entered | Refusal> {
  const lesson = await unit.courses.findLesson(lessonId);
  if (!lesson?.isPublished) return refuse('NOT_FOUND');
  const learning = await unit.learning.take(lesson.courseId, viewer.id);
  const enrollment = await unit.enrollments.livingOf(viewer.id, lesson.courseId);
  const course = await unit.courses.find(lesson.courseId);
  if (!course || enrollment?.status !== 'ACTIVE') return refuse('NOT_FOUND');
  return { lesson, course, enrollment, learning };
}

/** The turn of one person in the course of a lesson. */
export async function learnerTurn({ read }: Rooms, viewer: Viewer, lessonId: string): Promise<string> {
  const [lesson] = await read.systemLessons(systemAsker, [lessonId]);
  return `learner ${lesson?.courseId} ${viewer.id}`;
}
