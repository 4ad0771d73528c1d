// Batches what one request asks for, so that a page of fifty is a handful of queries. Never shared between requests.
// Everything that somebody may not see ends here: whichever door is used, it leads through these loaders.
import DataLoader from 'dataloader';
import { may } from '../access.js';
import type { Certificate } from '../domain/certificate.js';
import type { CoachStanding } from '../domain/coach.js';
import type { Course } from '../domain/course.js';
import type { Enrollment } from '../domain/enrollment.js';
import { type Learning, learningId } from '../domain/learning.js';
import type { Lesson } from '../domain/lesson.js';
import type { Person } from '../domain/person.js';
import type { Quiz } from '../domain/quiz.js';
import type { QuizAttempt } from '../domain/quiz-attempt.js';
import type { Asker } from './asker.js';
import type { Readers } from './readers/readers.js';
import { versionId } from './records/quiz-version.js';

type ById<T> = DataLoader<string, T | null>;

export interface Loaders {
  /** What the asker may know of. */
  course: ById<Course>;
  lesson: ById<Lesson>;
  /** The asker's own living one, by course id. */
  ownEnrollment: ById<Enrollment>;
  /** Whether the asker may see what is inside, of a lesson they may know of. */
  mayOpen: DataLoader<Lesson, boolean, string>;
  enrollment: ById<Enrollment>;
  learning: DataLoader<Enrollment, Learning | null, string>;
  certificateOf: DataLoader<Enrollment, Certificate | null, string>;
  certificate: ById<Certificate>;
  quiz: ById<Quiz>;
  /** By lesson id. */
  quizOf: ById<Quiz>;
  attempt: ById<QuizAttempt>;
  /** The asker's, by quiz id. */
  attemptsAt: DataLoader<string, QuizAttempt[]>;
  quizVersion: DataLoader<QuizAttempt, Quiz | null, string>;
  standing: ById<CoachStanding>;
  person: ById<Person>;
}

export function openLoaders(read: Readers, asker: Asker): Loaders {
  const { viewer } = asker;
  const keyed = <T>(load: (keys: readonly string[]) => Promise<readonly T[]>, keyOf: (row: T) => string): ById<T> =>
    new DataLoader(async (keys) => inOrder(keys, await load(keys), keyOf));
  const byId = <T extends { id: string }>(load: (ids: readonly string[]) => Promise<readonly T[]>): ById<T> =>
    keyed(load, ({ id }) => id);
  const via = <K, T>(
    load: (keys: readonly K[]) => Promise<readonly T[]>,
    ask: (key: K) => string,
    has: (row: T) => string,
  ) =>
    new DataLoader<K, T | null, string>(async (keys) => inOrder(keys.map(ask), await load(keys), has), {
      cacheKeyFn: ask,
    });
  const onlyIf = async <T>(rows: readonly T[], isAllowed: (row: T) => Promise<boolean>): Promise<T[]> => {
    const verdicts = await Promise.all(rows.map(isAllowed));
    return rows.filter((_, at) => verdicts[at]);
  };

  const ownEnrollment = keyed(
    (courseIds) => read.livingEnrollments(asker, courseIds),
    ({ courseId }) => courseId,
  );
  const isEnrolled = async (courseId: string) => (await ownEnrollment.load(courseId))?.status === 'ACTIVE';
  const course = byId(async (ids) =>
    onlyIf(await read.systemCourses(asker, ids), async (one) => may.seeCourse(viewer, one, await isEnrolled(one.id))),
  );
  const lesson = byId(async (ids) =>
    onlyIf(await read.systemLessons(asker, ids), async (one) => {
      const around = await course.load(one.courseId);
      return around !== null && may.seeLesson(viewer, around, one);
    }),
  );
  const mayLearn = async (lessonId: string) => {
    const around = await lesson.load(lessonId).then((one) => one && course.load(one.courseId));
    return !!around && may.learn(viewer, around, await isEnrolled(around.id));
  };

  return {
    course,
    lesson,
    ownEnrollment,
    mayOpen: new DataLoader(
      (lessons) =>
        Promise.all(
          lessons.map(async (one) => {
            const around = await course.load(one.courseId);
            return around !== null && may.openLesson(viewer, around, one, await isEnrolled(around.id));
          }),
        ),
      { cacheKeyFn: ({ id }) => id },
    ),
    enrollment: byId((ids) => read.enrollmentsFor(asker, ids)),
    learning: via(
      (of) => read.learningsOf(asker, of),
      ({ courseId, buyerId }) => learningId(courseId, buyerId),
      ({ id }) => id,
    ),
    certificateOf: via(
      (of) => read.certificatesOf(asker, of),
      ({ courseId, buyerId }) => learningId(courseId, buyerId),
      ({ courseId, userId }) => learningId(courseId, userId),
    ),
    certificate: byId((ids) => read.certificatesFor(asker, ids)),
    quiz: byId(async (ids) => onlyIf(await read.systemQuizzes(asker, ids), ({ lessonId }) => mayLearn(lessonId))),
    quizOf: keyed(
      async (lessonIds) => onlyIf(await read.systemQuizzesOf(asker, lessonIds), ({ lessonId }) => mayLearn(lessonId)),
      ({ lessonId }) => lessonId,
    ),
    attempt: byId(async (ids) => onlyIf(await read.attemptsFor(asker, ids), ({ lessonId }) => mayLearn(lessonId))),
    attemptsAt: new DataLoader(async (quizIds) => {
      const found = await read.attemptsAt(asker, quizIds);
      return quizIds.map((id) => found.filter(({ quizId }) => quizId === id));
    }),
    quizVersion: via(
      (of) => read.systemVersionsOf(asker, of),
      ({ quizId, quizVersion }) => versionId(quizId, quizVersion),
      ({ id, version }) => versionId(id, version),
    ),
    standing: byId((ids) => read.standingsOf(asker, ids)),
    person: byId((ids) => read.people(asker, ids)),
  };
}

function inOrder<T>(keys: readonly string[], rows: readonly T[], keyOf: (row: T) => string): (T | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}
