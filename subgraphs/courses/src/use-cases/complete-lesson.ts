// A learner is done with a lesson; with the last one they have the certificate. Done twice is done once.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { certificateIssued } from '@mosaic/schema/events/courses';
import { newCertificateCode } from '../data/secrets/certificate-codes.js';
import type { Unit } from '../data/unit-of-work.js';
import { Certificate } from '../domain/certificate.js';
import { publishedLessonIds } from '../domain/course.js';
import type { Enrollment } from '../domain/enrollment.js';
import { progressOf } from '../domain/learning.js';
import { refuse } from '../domain/refusals.js';
import { type Entered, enterLesson, learnerTurn } from './enter-lesson.js';
import { reloadEnrollment } from './reload.js';
import type { Rooms } from './rooms.js';

export interface CompleteLesson {
  readonly idempotencyKey: string;
  readonly lessonId: string;
}

/** Refuses NOT_FOUND, QUIZ_NOT_PASSED, IDEMPOTENCY_KEY_REUSED. */
export async function completeLesson(
  rooms: Rooms,
  viewer: Viewer,
  { lessonId, idempotencyKey: key }: CompleteLesson,
): Promise<Enrollment | Refusal> {
  const completed = await rooms.transact(await learnerTurn(rooms, viewer, lessonId), (unit) =>
    unit.once({ actor: viewer.id, operation: 'completeLesson', key, input: { lessonId }, now: unit.now }, async () => {
      const entered = await enterLesson(unit, viewer, lessonId);
      if (isRefusal(entered)) return entered;
      const { learning, lesson, enrollment } = entered;
      if (!learning.completedLessonIds.includes(lesson.id)) {
        if (!(await hasPassed(unit, viewer, lessonId))) return refuse('QUIZ_NOT_PASSED');
        await unit.learning.complete(learning, lesson.id);
      }
      // Also when it was done before: the course may have become shorter since.
      await issueIfDone(rooms, unit, viewer, entered);
      return enrollment.id;
    }),
  );
  return isRefusal(completed) ? completed : reloadEnrollment(rooms, { viewer, guest: null }, completed);
}

/** Whether the lesson has no quiz, or the viewer passed it, at whatever version. */
async function hasPassed(unit: Unit, viewer: Viewer, lessonId: string): Promise<boolean> {
  const quiz = await unit.quizzes.ofLesson(lessonId);
  return !quiz || (await unit.quizzes.attemptsOf(quiz.id, viewer.id)).some(({ isPassed }) => isPassed);
}

async function issueIfDone(rooms: Rooms, unit: Unit, viewer: Viewer, { learning, course, ...at }: Entered) {
  const done = [...learning.completedLessonIds, at.lesson.id];
  if (progressOf(done, publishedLessonIds(course)) < 1) return;
  if (await unit.learning.certificateOf(course.id, viewer.id)) return;
  const certificate: Certificate = Object.assign(new Certificate(), {
    id: rooms.mintId('Certificate'),
    code: newCertificateCode(),
    courseId: course.id,
    enrollmentId: at.enrollment.id,
    userId: viewer.id,
    coachUserId: course.coachUserId,
    courseTitle: course.title,
    issuedAt: unit.now,
  });
  await unit.learning.issue(certificate);
  const told = {
    certificateId: certificate.id,
    enrollmentId: at.enrollment.id,
    courseId: course.id,
    userId: viewer.id,
    title: course.title,
  };
  await unit.announce(announce(certificateIssued, at.enrollment.id, told, unit.now));
}
