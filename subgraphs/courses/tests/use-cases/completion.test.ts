// Completing: everything counts once, from however many devices, and the certificate is issued exactly once and stays.
import { randomUUID } from 'node:crypto';
import { proofSize } from '@mosaic/embedded/proof-size';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { certificateIssued } from '@mosaic/schema/events/courses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaders } from '../../src/data/loaders.js';
import { type Course, publishedLessonIds } from '../../src/domain/course.js';
import { progressOf } from '../../src/domain/learning.js';
import { type OpenCourses, openCourses } from '../../src/subgraph.js';
import { completeLesson } from '../../src/use-cases/complete-lesson.js';
import { saveLessonPosition } from '../../src/use-cases/save-lesson-position.js';
import { updateLesson } from '../../src/use-cases/update-lesson.js';
import { log, openLab, person } from '../lab/open-lab.js';
import { report } from '../lab/report.js';
import { coach, codeOf, deliver, granted, join, lessonIn, orderOf, publishedCourse, told } from '../lab/school.js';

const LESSONS = proofSize({ full: 100, quick: 40 });

const lab = openLab();
const scope = new Scope();
let ada: Viewer;
/** Another process on the same store: what turns within a process cannot order. */
let second: OpenCourses;
beforeAll(async () => {
  ada = await coach(lab.rooms());
  second = await openCourses(scope, lab.config(), { log });
});
afterAll(() => scope.close());

const done = (rooms: OpenCourses, viewer: Viewer, lessonId: string, idempotencyKey: string = randomUUID()) =>
  completeLesson(rooms, viewer, { lessonId, idempotencyKey });

async function standing(viewer: Viewer, { id }: Course) {
  const load = openLoaders(lab.rooms().read, { viewer, guest: null });
  const [course, enrollment] = [await load.course.load(id), await load.ownEnrollment.load(id)];
  const learning = await load.learning.load(enrollment!);
  const certificate = await load.certificateOf.load(enrollment!);
  return {
    progress: progressOf(learning?.completedLessonIds ?? [], publishedLessonIds(course!)),
    completed: learning?.completedLessonIds.length ?? 0,
    certificate: certificate?.id ?? null,
  };
}
const certificatesOf = ({ id: userId }: Viewer) =>
  lab.rooms().connection.collection('certificates').countDocuments({ userId });

test(`${LESSONS} lessons completed at once from two devices: 100 % and one certificate`, async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, {
    lessons: Array.from({ length: LESSONS }, () => ({})),
  });
  const ben = person();
  const { id } = await join(rooms, ben, course);
  const devices = [0, 1].flatMap(() => lessons.map((lesson) => done(rooms, ben, lesson.id)));
  const began = performance.now();
  (await Promise.all(devices)).map(granted);
  report(`${devices.length} completions in ${Math.round(performance.now() - began)} ms`);
  const { certificate, ...rest } = await standing(ben, course);
  expect(rest).toEqual({ progress: 1, completed: LESSONS });
  expect(await certificatesOf(ben)).toBe(1);
  expect(await told(rooms, certificateIssued, id)).toEqual([
    { certificateId: certificate, enrollmentId: id, courseId: course.id, userId: ben.id, title: 'A course' },
  ]);

  // Negative control: the progress array read, changed and written back, as if there were one device.
  const bare = rooms.connection.collection<{ _id: string; completed: string[] }>('naive_progress');
  await bare.insertOne({ _id: 'one', completed: [] });
  const naively = async (lessonId: string) => {
    const { completed } = (await bare.findOne({ _id: 'one' }))!;
    await bare.updateOne({ _id: 'one' }, { $set: { completed: [...completed, lessonId] } });
  };
  await Promise.all(lessons.map((lesson) => naively(lesson.id)));
  expect((await bare.findOne({ _id: 'one' }))!.completed.length).toBeLessThan(LESSONS);
});

test('the last lesson completed on both processes at the same time, 10 times: each time one certificate', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada);
  for (let round = 0; round < 10; round += 1) {
    const ben = person();
    await join(rooms, ben, course);
    const both = [rooms, second, rooms, second].map((side) => done(side, ben, lessons[0]!.id));
    (await Promise.all(both)).map(granted);
    expect(await certificatesOf(ben)).toBe(1);
  }
});

test('what the coach changes afterwards never takes the certificate back, nor issues another', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}] });
  const ben = person();
  await join(rooms, ben, course);
  for (const { id } of lessons) granted(await done(rooms, ben, id));
  const { certificate } = await standing(ben, course);
  expect(certificate).not.toBeNull();
  const added = await lessonIn(rooms, ada, course);
  expect(await standing(ben, course)).toEqual({ progress: 2 / 3, completed: 2, certificate });
  granted(await updateLesson(rooms, ada, { lessonId: lessons[0]!.id, expectedVersion: 1, isPublished: false }));
  expect(await standing(ben, course)).toEqual({ progress: 1 / 2, completed: 2, certificate });
  granted(await done(rooms, ben, added.id));
  expect(await standing(ben, course)).toEqual({ progress: 1, completed: 3, certificate });
  expect(await certificatesOf(ben)).toBe(1);
});

test('who had all but one lesson, which was taken back, has the certificate when they next complete anything', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}] });
  const ben = person();
  await join(rooms, ben, course);
  granted(await done(rooms, ben, lessons[0]!.id));
  granted(await updateLesson(rooms, ada, { lessonId: lessons[1]!.id, expectedVersion: 1, isPublished: false }));
  expect(await standing(ben, course)).toEqual({ progress: 1, completed: 1, certificate: null });
  granted(await done(rooms, ben, lessons[0]!.id));
  expect((await standing(ben, course)).certificate).not.toBeNull();
});

test('one key stands for one lesson; drafts, other courses and strangers are NOT_FOUND', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}, { isPublished: false }] });
  const ben = person();
  await join(rooms, ben, course);
  const key = randomUUID();
  granted(await done(rooms, ben, lessons[0]!.id, key));
  granted(await done(rooms, ben, lessons[0]!.id, key));
  expect(codeOf(await done(rooms, ben, lessons[1]!.id, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  const other = await publishedCourse(rooms, ada);
  for (const [who, lessonId] of [
    [ben, lessons[2]!.id],
    [ben, other.lessons[0]!.id],
    [person(), lessons[0]!.id],
    [person('ADMIN'), lessons[0]!.id],
    [ben, course.id],
  ] as const)
    expect(codeOf(await done(rooms, who, lessonId))).toBe('NOT_FOUND');
  expect(await standing(ben, course)).toEqual({ progress: 0.5, completed: 1, certificate: null });
});

test('who comes back after a refund goes on where they were', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}] });
  const ben = person();
  const { id } = await join(rooms, ben, course);
  granted(await done(rooms, ben, lessons[0]!.id));
  await rooms.connection.collection('enrollments').updateOne({ _id: id as never }, { $set: { orderId: 'an order' } });
  const order = orderOf(ben.id, id).refunded();
  await deliver(rooms, { ...order, payload: { ...order.payload, orderId: 'an order' } });
  expect(codeOf(await done(rooms, ben, lessons[1]!.id))).toBe('NOT_FOUND');
  await join(rooms, ben, course);
  expect(await standing(ben, course)).toMatchObject({ progress: 0.5, completed: 1 });
});

test('the position that was saved last is the one to go on from', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}] });
  const ben = person();
  const enrollment = await join(rooms, ben, course);
  const save = (lesson: number, seconds: number) =>
    saveLessonPosition(rooms, ben, { lessonId: lessons[lesson]!.id, seconds });
  for (const [lesson, seconds] of [
    [0, 12],
    [1, 90],
    [1, 30],
  ] as const)
    granted(await save(lesson, seconds));
  const position = () => openLoaders(rooms.read, { viewer: ben, guest: null }).learning.load(enrollment);
  expect((await position())!.position).toMatchObject({ lessonId: lessons[1]!.id, seconds: 30 });
  expect(codeOf(await save(1, -1))).toBe('BAD_INPUT');
  expect(codeOf(await saveLessonPosition(rooms, person(), { lessonId: lessons[0]!.id, seconds: 1 }))).toBe('NOT_FOUND');
});

test('what a process died over is done by its successor, as soon as the store has let go', async () => {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}] });
  const ben = person();
  await join(rooms, ben, course);
  granted(await done(rooms, ben, lessons[0]!.id));
  const left = await rooms.connection.startSession();
  left.startTransaction();
  const learnings = rooms.connection.collection('learnings');
  await learnings.updateOne({ userId: ben.id }, { $set: { completedLessonIds: [] } }, { session: left });
  granted(await done(second, ben, lessons[1]!.id));
  expect(await standing(ben, course)).toMatchObject({ progress: 1, completed: 2 });
  await left.endSession();
});
