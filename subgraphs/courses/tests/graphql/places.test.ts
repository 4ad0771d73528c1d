// Who sees enrollments, certificates and counts; and the way of a learner over the wire, from the course to the certificate.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { mintId } from '@mosaic/kernel/values/ids';
import { profileChanged, userSignedUp } from '@mosaic/schema/events/users';
import { intervalOf } from '@mosaic/schema/period';
import { beforeAll, expect, test } from 'vitest';
import type { Course } from '../../src/domain/course.js';
import type { Lesson } from '../../src/domain/lesson.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { coach, deliver, EUROS, publishedCourse } from '../lab/school.js';

const graph = openGraph();
const [ada, ben, stranger, admin] = [person(), person(), person(), person('ADMIN')];
let course: Course;
let lesson: Lesson;
let enrollmentId = '';
const certificate = { id: '', code: '' };
const everybody: [string, Viewer | null][] = [
  ['nobody', null],
  ['a stranger', stranger],
  ['the holder', ben],
  ['the coach', ada],
  ['an admin', admin],
];

const named = (displayName: string, second: number) =>
  announce(
    second === 0 ? userSignedUp : profileChanged,
    ben.id,
    { userId: ben.id, displayName, locale: 'en' as const },
    new Date(1_790_000_000_000 + second * 1_000),
  );

beforeAll(async () => {
  await coach(graph().rooms, ada);
  await deliver(graph().rooms, named('Benoît', 0));
  await deliver(graph().rooms, named('Benoît Dupré', 2));
  await deliver(graph().rooms, named('too late', 1));
  const made = await publishedCourse(graph().rooms, ada, { title: 'From start to end' });
  course = made.course;
  lesson = made.lessons[0]!;
  const input = { courseId: course.id, idempotencyKey: randomUUID() };
  const { enrollment } = await graph().run(ben, 'enroll', input, 'enrollment { id progress certificate { id } }');
  expect(enrollment).toEqual({ id: expect.any(String), progress: 0, certificate: null });
  enrollmentId = enrollment.id;
  await graph().run(ben, 'saveLessonPosition', { lessonId: lesson.id, seconds: 42 }, 'enrollment { id }');
  const done = { lessonId: lesson.id, idempotencyKey: randomUUID() };
  const completed = await graph().run(ben, 'completeLesson', done, 'enrollment { certificate { id code } }');
  Object.assign(certificate, completed.enrollment.certificate);
});

test.each(everybody)('an enrollment by its id: %s', async (name, viewer) => {
  const fields = `id status progress completedLessonIds position { seconds lesson { id } } user { id } course { id }
    certificate { id } price { amountMinor } heldUntil`;
  const seen = await graph().entity(viewer, 'Enrollment', enrollmentId, fields);
  if (!['the holder', 'an admin'].includes(name)) return expect(seen).toBeNull();
  expect(seen).toEqual({
    id: enrollmentId,
    status: 'ACTIVE',
    progress: 1,
    completedLessonIds: [lesson.id],
    position: { seconds: 42, lesson: { id: lesson.id } },
    user: { id: ben.id },
    course: { id: course.id },
    certificate: { id: certificate.id },
    price: null,
    heldUntil: null,
  });
});

test.each(everybody)('a course shows each their own enrollment: %s', async (name, viewer) => {
  const { viewerEnrollment } = await graph().entity(viewer, 'Course', course.id, 'viewerEnrollment { id }');
  expect(viewerEnrollment).toEqual(name === 'the holder' ? { id: enrollmentId } : null);
  const { data, errors } = await graph().ask(viewer, '{ myEnrollments(first: 9) { edges { node { id } } } }');
  if (!viewer) return expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(data.myEnrollments.edges).toEqual(name === 'the holder' ? [{ node: { id: enrollmentId } }] : []);
});

test.each(everybody)(
  'a certificate is checked by its code without signing in, and by its id for its people: %s',
  async (name, viewer) => {
    const fields = 'id courseTitle holderName issuedAt holder { id } course { id }';
    const query = `query ($code: String!) { certificate(code: $code) { ${fields} } }`;
    const isTheirs = ['the holder', 'the coach', 'an admin'].includes(name);
    const whole = {
      id: certificate.id,
      courseTitle: 'From start to end',
      holderName: 'Benoît Dupré',
      issuedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      holder: isTheirs ? { id: ben.id } : null,
      course: { id: course.id },
    };
    expect((await graph().ask(viewer, query, { code: certificate.code })).data.certificate).toEqual(whole);
    expect(await graph().entity(viewer, 'Certificate', certificate.id, fields)).toEqual(isTheirs ? whole : null);
  },
);

test('a code is 128 random bits; any other is null, whatever it is made of', async () => {
  expect(Buffer.from(certificate.code, 'base64url')).toHaveLength(16);
  const query = 'query ($code: String!) { certificate(code: $code) { id } }';
  const near = `${certificate.code[0] === 'A' ? 'B' : 'A'}${certificate.code.slice(1)}`;
  for (const code of ['', near, certificate.id, '{"$ne":null}', certificate.code.toLowerCase()])
    expect((await graph().ask(null, query, { code })).data).toEqual({ certificate: null });
});

test('a guest claims, and sees the claim; others and nobody do not', async () => {
  const { course: paid } = await publishedCourse(graph().rooms, ada, { title: 'Paid', price: EUROS });
  const guest = mintId('Guest');
  const input = { courseId: paid.id, idempotencyKey: randomUUID() };
  const fields = 'enrollment { id status user { id } price { amountMinor currency } }';
  const { enrollment } = await graph().run(null, 'claimCourse', input, fields, guest);
  expect(enrollment).toEqual({ id: expect.any(String), status: 'PENDING', user: null, price: EUROS });
  const query =
    'query ($id: ID!) { course(id: $id) { viewerEnrollment { id } } myEnrollments(first: 1) { edges { node { id } } } }';
  const own = {
    course: { viewerEnrollment: { id: enrollment.id } },
    myEnrollments: { edges: [{ node: { id: enrollment.id } }] },
  };
  expect((await graph().ask(null, query, { id: paid.id }, guest)).data).toEqual(own);
  const none = { course: { viewerEnrollment: null }, myEnrollments: { edges: [] } };
  expect((await graph().ask(null, query, { id: paid.id }, mintId('Guest'))).data).toEqual(none);
  expect((await graph().ask(stranger, query, { id: paid.id }, guest)).data).toEqual(none);
  const { errors } = await graph().ask(
    null,
    'mutation ($input: ClaimCourseInput!) { claimCourse(input: $input) { enrollment { id } } }',
    { input },
  );
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test.each([
  ['createCourse', { idempotencyKey: randomUUID(), title: 'x', description: 'x' }],
  ['updateCourse', { courseId: 'x', expectedVersion: 1 }],
  ['addSection', { courseId: 'x', title: 'x', idempotencyKey: randomUUID() }],
  ['addLesson', { courseId: 'x', sectionId: 'x', title: 'x', durationMinutes: 1, idempotencyKey: randomUUID() }],
  ['updateLesson', { lessonId: 'x', expectedVersion: 1 }],
  ['moveLesson', { lessonId: 'x', sectionId: 'x', position: 0 }],
  [
    'setQuiz',
    {
      lessonId: 'x',
      expectedVersion: 0,
      passingPercentage: 1,
      maxAttempts: 1,
      questions: [
        {
          kind: 'SINGLE',
          text: 'x',
          choices: [
            { text: 'a', isCorrect: true },
            { text: 'b', isCorrect: false },
          ],
        },
      ],
    },
  ],
  ['publishCourse', { courseId: 'x' }],
  ['unpublishCourse', { courseId: 'x' }],
  ['enroll', { courseId: 'x', idempotencyKey: randomUUID() }],
  ['claimCourse', { courseId: 'x', idempotencyKey: randomUUID() }],
  ['completeLesson', { lessonId: 'x', idempotencyKey: randomUUID() }],
  ['saveLessonPosition', { lessonId: 'x', seconds: 1 }],
  ['startQuizAttempt', { quizId: 'x' }],
  ['submitQuizAttempt', { attemptId: 'x', answers: [] }],
])('%s needs somebody who is signed in; what is not there is NOT_FOUND', async (name, input) => {
  await expect(graph().run(null, name, input, '__typename')).rejects.toThrow('UNAUTHENTICATED');
  if (name === 'createCourse')
    return expect(graph().run(stranger, name, input, '__typename')).rejects.toThrow('FORBIDDEN');
  expect((await graph().run(stranger, name, input, '__typename')).userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test.each([
  ['updateCourse', () => ({ courseId: course.id, expectedVersion: course.version, title: 'Mine' })],
  ['addSection', () => ({ courseId: course.id, title: 'x', idempotencyKey: randomUUID() })],
  [
    'addLesson',
    () => ({
      courseId: course.id,
      sectionId: course.sections[0]!.id,
      title: 'x',
      durationMinutes: 1,
      idempotencyKey: randomUUID(),
    }),
  ],
  ['updateLesson', () => ({ lessonId: lesson.id, expectedVersion: 1, title: 'Mine' })],
  ['moveLesson', () => ({ lessonId: lesson.id, sectionId: course.sections[0]!.id, position: 0 })],
  ['publishCourse', () => ({ courseId: course.id })],
  ['unpublishCourse', () => ({ courseId: course.id })],
])('%s by a stranger or a learner is NOT_FOUND and changes nothing', async (name, input) => {
  const fields = 'title version isPublished sections { lessons { title version } }';
  const before = await graph().entity(ada, 'Course', course.id, fields);
  for (const viewer of [stranger, ben])
    expect((await graph().run(viewer, name, input(), '__typename')).userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  expect(await graph().entity(ada, 'Course', course.id, fields)).toEqual(before);
});

test('admins see how many enrolled and completed in a period; nobody else', async () => {
  const { issuedAt } = await graph().entity(ben, 'Certificate', certificate.id, 'issuedAt');
  const at = new Date(issuedAt);
  const [day, past] = [
    intervalOf({ from: new Date(at.getTime() - 3_600_000), to: new Date(at.getTime() + 1) }),
    intervalOf({ from: new Date(0), to: new Date(at.getTime() - 3_600_000) }),
  ];
  const count = (viewer: Viewer | null, period: string) =>
    graph().entity(viewer, 'AdminDashboard', period, 'enrollmentCount certificateCount');
  expect(await count(admin, day)).toEqual({ enrollmentCount: 1, certificateCount: 1 });
  expect(await count(admin, past)).toEqual({ enrollmentCount: 0, certificateCount: 0 });
  expect(await count(admin, 'x/y')).toEqual({ enrollmentCount: null, certificateCount: null });
  for (const viewer of [null, ben, ada]) expect(await count(viewer, day)).toBeNull();
});
