// Courses of the owner's, and what the member learned in them.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import { openCourse } from '../../lab/teaching.js';
import { personAs } from '../person-as.js';
import type { AccessRoom } from '../room.js';
import type { Stage } from '../stage.js';

type Made<T extends string> = Record<T, { id: string }>;

const questions = [
  {
    kind: 'SINGLE',
    text: 'Through the nose?',
    choices: [
      { text: 'Yes', isCorrect: true },
      { text: 'No', isCorrect: false },
    ],
  },
];

const quizOf = (lessonId: string | undefined, expectedVersion = 0) => ({
  lessonId,
  expectedVersion,
  passingPercentage: 100,
  maxAttempts: 20,
  questions,
});

const setQuiz = async ({ owner }: Stage, lessonId: string | undefined): Promise<string> =>
  (await act<Made<'quiz'>>(owner, 'setQuiz', quizOf(lessonId), 'quiz { id }')).quiz.id;

const lesson = ({ ids }: Stage) => ({
  courseId: ids['Course'],
  sectionId: ids['Section'],
  title: 'One more day',
  durationMinutes: 5,
  idempotencyKey: randomUUID(),
});

const newLesson = async (stage: Stage): Promise<string> =>
  (await act<Made<'lesson'>>(stage.owner, 'addLesson', lesson(stage), 'lesson { id }')).lesson.id;

const newCourse = () => ({ title: 'Breathe again', description: 'And again.', idempotencyKey: randomUUID() });

async function versionOf({ owner, ids }: Stage, type: 'Course' | 'Lesson' | 'Quiz'): Promise<number> {
  const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`;
  return (await owner.ask<{ node: { version: number } }>(document, { id: ids[type] })).node.version;
}

interface Attempt {
  attempt: { id: string; questions: { id: string; choices: { id: string; text: string }[] }[] };
}

/** An open try of the member's, and what they say to it. */
async function answered(stage: Stage, quizId: string | undefined, says: 'Yes' | 'No') {
  const selection = 'attempt { id questions { id choices { id text } } }';
  const { attempt } = await act<Attempt>(personAs(stage, 'member'), 'startQuizAttempt', { quizId }, selection);
  const answers = attempt.questions.map(({ id, choices }) => ({
    questionId: id,
    choiceIds: choices.filter(({ text }) => text === says).map((choice) => choice.id),
  }));
  return { attemptId: attempt.id, answers };
}

interface Completed {
  enrollment: { id: string; certificate: { id: string; code: string } | null };
}

/** The member enters the course, passes its quiz and is done with it. */
async function learn(stage: Stage, courseId: string, lessonIds: readonly string[], quizId: string) {
  const member = personAs(stage, 'member');
  await act(member, 'enroll', { courseId, idempotencyKey: randomUUID() }, 'enrollment { id }');
  const given = await answered(stage, quizId, 'Yes');
  await act(member, 'submitQuizAttempt', given, 'attempt { isPassed }');
  const done = [];
  for (const lessonId of lessonIds) {
    const wish = { lessonId, idempotencyKey: randomUUID() };
    const selection = 'enrollment { id certificate { id code } }';
    done.push((await act<Completed>(member, 'completeLesson', wish, selection)).enrollment);
  }
  const { id: Enrollment = '', certificate } = done.at(-1) ?? {};
  if (!certificate) throw new Error('who is done has a certificate');
  return { Enrollment, QuizAttempt: given.attemptId, Certificate: certificate.id, CertificateCode: certificate.code };
}

const inCourse = ({ ids }: Stage) => ({ courseId: ids['Course'] });
const place = () => ({ idempotencyKey: randomUUID() });

export const courses: AccessRoom = {
  async records(stage) {
    const { owner } = stage;
    const free = { price: null, lessons: 1 };
    const course = await openCourse(owner, { price: null });
    const [CourseToEnter, CourseToBuy] = [await openCourse(owner, free), await openCourse(owner, { lessons: 1 })];
    const [, Lesson = ''] = course.lessonIds;
    const Quiz = await setQuiz(stage, Lesson);
    const video = { lessonId: Lesson, expectedVersion: 1, videoMediaId: stage.ids['Media'] };
    await act(owner, 'updateLesson', video, 'lesson { id }');
    const learned = await learn(stage, course.courseId, course.lessonIds, Quiz);
    const { sections } = (
      await owner.ask<{ course: { sections: { id: string }[] } }>(
        'query ($id: ID!) { course(id: $id) { sections { id } } }',
        { id: course.courseId },
      )
    ).course;
    const ids = { Course: course.courseId, Section: sections[0]?.id ?? '', Lesson, Quiz, ...learned };
    const QuizToTry = await setQuiz(stage, await newLesson({ ...stage, ids }));
    const { course: draft } = await act<Made<'course'>>(owner, 'createCourse', newCourse(), 'course { id }');
    const hidden = { ...lesson({ ...stage, ids }), isPublished: false, isPreview: true };
    const { lesson: draftLesson } = await act<Made<'lesson'>>(owner, 'addLesson', hidden, 'lesson { id }');
    const drafts = { DraftCourse: draft.id, DraftLesson: draftLesson.id };
    return { ...ids, ...drafts, QuizToTry, CourseToEnter: CourseToEnter.courseId, CourseToBuy: CourseToBuy.courseId };
  },
  nested: {
    Course: 'coach(id: $Coach) { courses(first: 100) { edges { node { @ } } } }',
    Lesson: 'course(id: $Course) { sections { lessons { @ } } }',
    DraftCourse: 'coach(id: $Coach) { courses(first: 100) { edges { node { @ } } } }',
    DraftLesson: 'course(id: $Course) { sections { lessons { @ } } }',
    Quiz: 'lesson(id: $Lesson) { quiz { @ } }',
    QuizAttempt: 'lesson(id: $Lesson) { quiz { viewerAttempts { @ } } }',
    Enrollment: 'myEnrollments(first: 100) { edges { node { @ } } }',
    Certificate: 'myEnrollments(first: 100) { edges { node { certificate { @ } } } }',
  },
  byId: { Course: 'course', Lesson: 'lesson' },
  queries: {
    course: 'course(id: $Course) { id }',
    courses: 'courses(first: 1) { pageInfo { hasNextPage } }',
    lesson: 'lesson(id: $Lesson) { id }',
    certificate: 'certificate(code: $CertificateCode) { id }',
    myEnrollments: 'myEnrollments(first: 1) { pageInfo { hasNextPage } }',
  },
  inputs: {
    // An admin begins courses for coaches; everybody else could only begin their own.
    createCourse: ({ people, ids }, person) => ({
      ...newCourse(),
      coachId: person === people.admin ? ids['Coach'] : null,
    }),
    updateCourse: async (stage) => ({
      ...inCourse(stage),
      expectedVersion: await versionOf(stage, 'Course'),
      description: 'Day after day.',
    }),
    addSection: (stage) => ({ ...inCourse(stage), title: 'Week two', idempotencyKey: randomUUID() }),
    addLesson: lesson,
    updateLesson: async (stage) => ({
      lessonId: stage.ids['Lesson'],
      expectedVersion: await versionOf(stage, 'Lesson'),
      title: 'Day two again',
    }),
    moveLesson: ({ ids }) => ({ lessonId: ids['Lesson'], sectionId: ids['Section'], position: 0 }),
    setQuiz: async (stage) => quizOf(stage.ids['Lesson'], await versionOf(stage, 'Quiz')),
    publishCourse: inCourse,
    unpublishCourse: inCourse,
    enroll: ({ ids }) => ({ ...place(), courseId: ids['CourseToEnter'] }),
    claimCourse: ({ ids }) => ({ ...place(), courseId: ids['CourseToBuy'] }),
    completeLesson: ({ ids }) => ({ ...place(), lessonId: ids['Lesson'] }),
    saveLessonPosition: ({ ids }) => ({ lessonId: ids['Lesson'], seconds: 30 }),
    startQuizAttempt: ({ ids }) => ({ quizId: ids['QuizToTry'] }),
    submitQuizAttempt: (stage) => answered(stage, stage.ids['QuizToTry'], 'No'),
  },
  streams: {},
  endings: ['unpublishCourse'],
};
