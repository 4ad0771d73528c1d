// Who may see or do what: pure predicates, used where records are loaded and where use cases decide.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Certificate } from './domain/certificate.js';
import type { Course } from './domain/course.js';
import type { Enrollment } from './domain/enrollment.js';
import type { Lesson } from './domain/lesson.js';

type Someone = Viewer | null;

export const isAdmin = (viewer: Someone): boolean => viewer?.role === 'ADMIN';

export const may = {
  /** Drafts, answers and everything else of a course are its coach's and the admins'. */
  author: (viewer: Someone, course: Pick<Course, 'coachUserId'>): boolean =>
    viewer !== null && (viewer.id === course.coachUserId || isAdmin(viewer)),

  /** A published course is public; one taken back stays with those who are enrolled. */
  seeCourse: (viewer: Someone, course: Course, isEnrolled: boolean): boolean =>
    course.isPublished || isEnrolled || may.author(viewer, course),

  /** That a lesson is there, of a course one may see. */
  seeLesson: (viewer: Someone, course: Course, lesson: Pick<Lesson, 'isPublished'>): boolean =>
    lesson.isPublished || may.author(viewer, course),

  /** What is inside a lesson one may see. */
  openLesson: (viewer: Someone, course: Course, lesson: Pick<Lesson, 'isPreview'>, isEnrolled: boolean): boolean =>
    lesson.isPreview || may.learn(viewer, course, isEnrolled),

  /** Quizzes: they are for those who are in the course. */
  learn: (viewer: Someone, course: Course, isEnrolled: boolean): boolean => isEnrolled || may.author(viewer, course),

  /** An enrollment is its buyer's (also a guest's), and the admins'. */
  seeEnrollment: (viewer: Someone, buyerId: string | null, enrollment: Pick<Enrollment, 'buyerId'>): boolean =>
    enrollment.buyerId === buyerId || isAdmin(viewer),

  /** A certificate by its id; by its code anybody may check it. */
  seeCertificate: (viewer: Someone, certificate: Pick<Certificate, 'userId' | 'coachUserId'>): boolean =>
    viewer !== null && (viewer.id === certificate.userId || may.author(viewer, certificate)),
} as const;
