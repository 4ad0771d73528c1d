// A coach writes a course, a learner gets through it to exactly one certificate; courses is killed while the last lessons
// are completed. What is inside never reaches who is not, and the right answers of a quiz reach nobody.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { act, codeOf, oncePermitted } from '../lab/act.js';
import { approveCoach } from '../lab/coaching.js';
import { eventually } from '../lab/eventually.js';
import { expectMasked, killMidway } from '../lab/kill-midway.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { promote } from '../lab/promote.js';

const world = openWorld({ subgraphs: ['users', 'courses'] });

const SECRET = 'breathe in through the left nostril';
const EXPLANATION = 'because the left one is the moon';
const QUESTIONS = [
  {
    kind: 'SINGLE',
    text: 'Which one?',
    choices: [
      { text: 'The right', isCorrect: false },
      { text: 'The left', isCorrect: true },
    ],
    explanation: EXPLANATION,
  },
];
const QUIZ = 'id version questionCount questions { text correctChoiceIds explanation } viewerAttempts { id }';
const ATTEMPT = `id number quizVersion status startedAt expiresAt isPassed correctCount
  questions { id choices { id text } correctChoiceIds givenChoiceIds isCorrect explanation }`;

interface Attempt {
  id: string;
  number: number;
  status: string;
  startedAt: string;
  expiresAt: string;
  questions: { id: string; choices: { id: string; text: string }[] }[];
}

let router: string;
let admin: Person;
let carla: Person;
let lea: Person;
let max: Person;
let sam: Person;
let courseId: string;
let slug: string;
let lessonIds: string[];
let quizId: string;
let slowId: string;
let certificate: { id: string; code: string };

const addLesson = async (sectionId: string, title: string): Promise<string> => {
  const about = { courseId, sectionId, title, durationMinutes: 10, content: `${title}: ${SECRET}` };
  const input = { ...about, idempotencyKey: randomUUID() };
  return (await act<{ lesson: { id: string } }>(carla, 'addLesson', input, 'lesson { id }')).lesson.id;
};
const setQuiz = async (expectedVersion: number, timeLimitSeconds: number): Promise<string> => {
  const limits = { passingPercentage: 100, maxAttempts: 2, timeLimitSeconds };
  const input = { lessonId: lessonIds.at(-1), expectedVersion, ...limits, questions: QUESTIONS };
  return (await act<{ quiz: { id: string } }>(carla, 'setQuiz', input, 'quiz { id }')).quiz.id;
};
const enroll = (who: Person, key: string) =>
  act<{ enrollment: { id: string } }>(who, 'enroll', { courseId, idempotencyKey: key }, 'enrollment { id status }');
const complete = (who: Person, lessonId: string | undefined, selection = 'enrollment { id }') => {
  const input = { lessonId, idempotencyKey: randomUUID() };
  return () => act<{ enrollment: object }>(who, 'completeLesson', input, selection);
};
const start = async (who: Person) =>
  (await act<{ attempt: Attempt }>(who, 'startQuizAttempt', { quizId }, `attempt { ${ATTEMPT} }`)).attempt;
const submit = async (who: Person, { id, questions: [question] }: Attempt, choice: string) => {
  const choiceIds = [question?.choices.find(({ text }) => text === choice)?.id];
  const input = { attemptId: id, answers: [{ questionId: question?.id, choiceIds }] };
  return (await act<{ attempt: object }>(who, 'submitQuizAttempt', input, `attempt { ${ATTEMPT} }`)).attempt;
};
const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => null, codeOf);
const askAs = (who: Person | null, query: string, variables: object) =>
  post(router, query, { variables: { ...variables }, ...(who && { token: who.session.accessToken }) });

/** Every path to the course and what is in it, with all that might be found there. */
const everyPath = async (who: Person | null) => {
  const lesson = `title content video { grant } quiz { ${QUIZ} }`;
  const course = `title sections { lessons { ${lesson} } }`;
  const root = await askAs(
    who,
    `query ($courseId: ID!, $slug: String!, $lesson: ID!) {
      course(id: $courseId) { ${course} } bySlug: course(slug: $slug) { ${course} } lesson(id: $lesson) { ${lesson} }
      courses(search: "nostrils", first: 5) { edges { node { ${course} } } }
    }`,
    { courseId, slug, lesson: lessonIds.at(-1) },
  );
  const nodes = await askAs(
    who,
    `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on Course { ${course} } ... on Lesson { ${lesson} } ... on Quiz { ${QUIZ} }
      ... on QuizAttempt { ${ATTEMPT} } ... on Enrollment { progress user { id } } ... on Certificate { code }
      ... on Coach { courses(first: 5) { edges { node { ${course} } } } }
    } }`,
    { ids: [courseId, ...lessonIds, quizId, slowId, certificate?.id].filter(Boolean) },
  );
  return { root: root.data, text: JSON.stringify([root.data, nodes.data]) };
};

beforeAll(async () => {
  [router = ''] = world.current.urls.router;
  const names = ['Admin', 'Carla', 'Lea', 'Max', 'Sam'];
  const people = await Promise.all(names.map((name) => Person.signUp(router, name)));
  [admin, carla, lea, max, sam] = people as [Person, Person, Person, Person, Person];
  admin = await promote(world.current, admin, 'ADMIN');
}, 60_000);

test('an approved coach writes a course; a draft is there for nobody else', async () => {
  const about = { title: 'Nostrils', description: 'In and out.', idempotencyKey: randomUUID() };
  const create = () =>
    act<{ course: { id: string; slug: string } }>(carla, 'createCourse', about, 'course { id slug isPublished }');
  expect(await refusalOf(create())).toBe('FORBIDDEN');
  await approveCoach(admin, carla);
  const { course } = await oncePermitted('FORBIDDEN', create);
  expect(course).toMatchObject({ isPublished: false });
  ({ id: courseId, slug } = course);
  const section = { courseId, title: 'One', idempotencyKey: randomUUID() };
  const { course: made } = await act<{ course: { sections: [{ id: string }] } }>(
    ...([carla, 'addSection', section, 'course { sections { id } }'] as const),
  );
  lessonIds = [];
  for (const day of [1, 2, 3, 4]) lessonIds.push(await addLesson(made.sections[0].id, `Day ${day}`));
  quizId = await setQuiz(0, 10);
  for (const who of [lea, sam, null]) {
    const { root, text } = await everyPath(who);
    expect(root).toEqual({ course: null, bySlug: null, lesson: null, courses: { edges: [] } });
    expect(text).not.toMatch(/Nostrils|Day|Which one|nostril|moon/);
    if (who) expect(await refusalOf(enroll(who, randomUUID()))).toBe('NOT_FOUND');
  }
  await act(carla, 'publishCourse', { courseId }, 'course { isPublished }');
});

/** What those who are not in see of a published course: that it is there. */
async function expectOutside(who: Person | null): Promise<void> {
  const { root, text } = await everyPath(who);
  const lessons = [1, 2, 3, 4].map((day) => ({ title: `Day ${day}`, content: null, video: null, quiz: null }));
  const course = { title: 'Nostrils', sections: [{ lessons }] };
  expect(root).toEqual({ course, bySlug: course, lesson: lessons[3], courses: { edges: [{ node: course }] } });
  expect(text).not.toMatch(/Which one|The left|nostril |moon|progress":\d|startedAt":"|code":"/);
}

test('who enrolls is in, once, and sees the lessons; others see that there are some', async () => {
  for (const who of [lea, sam, null]) await expectOutside(who);
  const key = randomUUID();
  const [first, again, otherKey] = [await enroll(lea, key), await enroll(lea, key), await enroll(lea, randomUUID())];
  expect(first).toEqual({ enrollment: { id: first.enrollment.id, status: 'ACTIVE' } });
  expect([again, otherKey]).toEqual([first, first]);
  const { root } = await everyPath(lea);
  const quiz = { id: quizId, version: 1, questionCount: 1, questions: null, viewerAttempts: [] };
  expect(root.lesson).toEqual({ title: 'Day 4', content: `Day 4: ${SECRET}`, video: null, quiz });

  await enroll(max, randomUUID());
  const slow = await start(max);
  slowId = slow.id;
  expect(Date.parse(slow.expiresAt) - Date.parse(slow.startedAt)).toBe(10_000);
  await setQuiz(1, 600);
});

test('a lesson done twice is done once; the quiz tells what was wrong, never what is right', async () => {
  const progress = 'enrollment { progress completedLessonIds certificate { code } }';
  const once = { enrollment: { progress: 0.25, completedLessonIds: lessonIds.slice(0, 1), certificate: null } };
  const twice = [complete(lea, lessonIds[0], progress), complete(lea, lessonIds[0], progress)];
  for (const done of twice) expect(await done()).toEqual(once);
  expect(await refusalOf(complete(lea, lessonIds[3])())).toBe('QUIZ_NOT_PASSED');

  const open = await start(lea);
  const unanswered = { correctChoiceIds: null, givenChoiceIds: null, isCorrect: null, explanation: null };
  expect(open).toMatchObject({ number: 1, quizVersion: 2, status: 'OPEN', questions: [unanswered] });
  expect(await start(lea)).toEqual(open);
  expect((await everyPath(lea)).text).not.toMatch(/moon|correctChoiceIds":\[/);
  const shown = { correctChoiceIds: null, isCorrect: false, explanation: EXPLANATION };
  const wrong = { status: 'SUBMITTED', isPassed: false, correctCount: 0, questions: [shown] };
  for (const _ of ['once', 'and again']) expect(await submit(lea, open, 'The right')).toMatchObject(wrong);
  expect(await refusalOf(submit(lea, open, 'The left'))).toBe('ATTEMPT_OVER');
  const second = await start(lea);
  const right = { number: 2, isPassed: true, questions: [{ correctChoiceIds: null, isCorrect: true }] };
  expect(await submit(lea, second, 'The left')).toMatchObject(right);
  expect(await refusalOf(start(lea))).toBe('QUIZ_PASSED');
  expect((await everyPath(lea)).text).not.toMatch(/correctChoiceIds":\[/);
});

test('courses dies while the last lessons are completed: there is one certificate', async () => {
  const acts = [1, 2, 2, 3, 3, 3].map((lesson) => complete(lea, lessonIds[lesson]));
  const query = 'query ($id: ID!) { me { displayName } course(id: $id) { title } }';
  const crossing = () => askAs(lea, query, { id: courseId });
  const { answers, partial } = await killMidway(world.current, 'courses', { acts, crossing });
  expectMasked(partial, 'courses');
  expect(partial.data).toEqual({ me: { displayName: 'Lea' }, course: null });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);

  interface Mine {
    myEnrollments: { edges: [{ node: { certificate: { id: string; code: string } } }] };
  }
  const mine = `{ myEnrollments(first: 5) { edges { node {
    progress completedLessonIds certificate { id code courseTitle holderName }
  } } } }`;
  const { myEnrollments } = await lea.ask<Mine>(mine);
  expect(myEnrollments.edges).toMatchObject([
    { node: { progress: 1, certificate: { courseTitle: 'Nostrils', holderName: 'Lea' } } },
  ]);
  expect(
    new Set((myEnrollments.edges[0].node as unknown as { completedLessonIds: string[] }).completedLessonIds),
  ).toEqual(new Set(lessonIds));
  certificate = myEnrollments.edges[0].node.certificate;
  const more = await complete(lea, lessonIds[0], 'enrollment { certificate { code } }')();
  expect(more).toEqual({ enrollment: { certificate: { code: certificate.code } } });
  const period = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
  const counts =
    'query ($period: PeriodInput!) { adminDashboard(period: $period) { certificateCount enrollmentCount } }';
  expect(await admin.ask(counts, { period })).toEqual({ adminDashboard: { certificateCount: 1, enrollmentCount: 2 } });
}, 90_000);

test('whoever has the code checks the certificate, without signing in; it says no more than it must', async () => {
  const check = 'query ($code: String!) { certificate(code: $code) { courseTitle holderName holder { id } } }';
  const seen = { courseTitle: 'Nostrils', holderName: 'Lea', holder: null };
  for (const who of [null, sam]) expect((await askAs(who, check, certificate)).data).toEqual({ certificate: seen });
  const mistyped = `${certificate.code.slice(0, -1)}${certificate.code.endsWith('A') ? 'B' : 'A'}`;
  expect((await askAs(null, check, { code: mistyped })).data).toEqual({ certificate: null });
});

test('time is the server’s: who was too slow has used an attempt', async () => {
  const query = `query ($id: ID!) { node(id: $id) { ... on QuizAttempt { ${ATTEMPT} } } }`;
  const { node } = await eventually(
    () => max.ask<{ node: Attempt }>(query, { id: slowId }),
    ({ node: { status } }) => status !== 'OPEN',
    15_000,
  );
  expect(node.status).toBe('EXPIRED');
  expect(await refusalOf(submit(max, node, 'The left'))).toBe('TIME_OVER');
  expect(await start(max)).toMatchObject({ number: 2, quizVersion: 2, status: 'OPEN' });
}, 60_000);

test('after all of this, nothing of it shows outside', async () => {
  for (const who of [sam, null]) await expectOutside(who);
  expect(await refusalOf(complete(sam, lessonIds[0])())).toBe('NOT_FOUND');
  expect(await refusalOf(start(sam))).toBe('NOT_FOUND');
});
