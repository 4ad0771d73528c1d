// Authoring: drafts and publication, one order of lessons whoever moves them, versions, and who may do it at all.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { retype } from '@mosaic/kernel/values/ids';
import { audited } from '@mosaic/schema/events/audit';
import { beforeAll, expect, test } from 'vitest';
import { moveLessonTo } from '../../src/domain/arrange-lessons.js';
import { allLessonIds, type CourseSection } from '../../src/domain/course.js';
import type { Lesson } from '../../src/domain/lesson.js';
import { addSection } from '../../src/use-cases/add-section.js';
import { createCourse } from '../../src/use-cases/create-course.js';
import { moveLesson } from '../../src/use-cases/move-lesson.js';
import { publishCourse } from '../../src/use-cases/publish-course.js';
import { updateCourse } from '../../src/use-cases/update-course.js';
import { updateLesson } from '../../src/use-cases/update-lesson.js';
import { openLab, person } from '../lab/open-lab.js';
import {
  coach,
  codeOf,
  draftCourse,
  EUROS,
  granted,
  lessonIn,
  publishedCourse,
  setStanding,
  told,
} from '../lab/school.js';

const lab = openLab();
let ada: Viewer;
beforeAll(async () => {
  ada = await coach(lab.rooms());
});

test('a course is published with its first published lesson, and never without one', async () => {
  const rooms = lab.rooms();
  const course = await draftCourse(rooms, ada);
  expect(codeOf(await publishCourse(rooms, ada, { courseId: course.id }))).toBe('COURSE_NEEDS_LESSON');
  const lesson = await lessonIn(rooms, ada, course, { isPublished: false });
  expect(codeOf(await publishCourse(rooms, ada, { courseId: course.id }))).toBe('COURSE_NEEDS_LESSON');
  const shown = { lessonId: lesson.id, expectedVersion: 1, isPublished: true };
  granted(await updateLesson(rooms, ada, shown));
  const published = granted(await publishCourse(rooms, ada, { courseId: course.id }));
  expect(published.isPublished).toBe(true);
  expect(granted(await publishCourse(rooms, ada, { courseId: course.id }))).toEqual(published);
  const hidden = { lessonId: lesson.id, expectedVersion: 2, isPublished: false };
  expect(codeOf(await updateLesson(rooms, ada, hidden))).toBe('COURSE_NEEDS_LESSON');
});

test('the last two published lessons taken back at the same time: one stays', async () => {
  const rooms = lab.rooms();
  const { lessons } = await publishedCourse(rooms, ada, { lessons: [{}, {}] });
  const hide = lessons.map(({ id }) =>
    updateLesson(rooms, ada, { lessonId: id, expectedVersion: 1, isPublished: false }),
  );
  expect((await Promise.all(hide)).map(codeOf).sort()).toEqual(['COURSE_NEEDS_LESSON', null]);
});

test('20 concurrent moves leave every lesson in one place; the naive way loses some', async () => {
  const rooms = lab.rooms();
  const draft = await draftCourse(rooms, ada);
  const two = granted(
    await addSection(rooms, ada, { idempotencyKey: randomUUID(), courseId: draft.id, title: 'Part two' }),
  );
  const [a, b] = two.sections.map(({ id }) => id);
  const lessons: Lesson[] = [];
  for (let n = 0; n < 10; n += 1) lessons.push(await lessonIn(rooms, ada, two, { title: `${n}` }));
  const [before] = await rooms.read.systemCourses({ viewer: null, guest: null }, [two.id]);
  const moves = Array.from({ length: 20 }, (_, n) => ({
    lessonId: lessons[n % 10]!.id,
    sectionId: (n % 3 === 0 ? a : b)!,
    position: (n * 7) % 11,
  }));
  const moved = (await Promise.all(moves.map((move) => moveLesson(rooms, ada, move)))).map(granted);
  const [after] = await rooms.read.systemCourses({ viewer: null, guest: null }, [two.id]);
  expect(after!.version).toBe(before!.version + 20);
  expect(moved.map(({ version }) => version).sort((x, y) => x - y)).toEqual(
    Array.from({ length: 20 }, (_, n) => before!.version + n + 1),
  );
  expect(allLessonIds(after!)).toHaveLength(10);
  expect(new Set(allLessonIds(after!))).toEqual(new Set(lessons.map(({ id }) => id)));

  // Negative control: read the order, change it, write it back, as if nobody else did.
  const courses = rooms.connection.collection<{ _id: string; sections: CourseSection[] }>('courses');
  const naively = async ({ lessonId, sectionId }: (typeof moves)[number]) => {
    const found = await courses.findOne({ _id: two.id });
    await courses.updateOne(
      { _id: two.id },
      { $set: { sections: moveLessonTo(found!.sections, lessonId, sectionId, 0)! } },
    );
  };
  const toB = lessons.map(({ id }) => ({ lessonId: id, sectionId: b!, position: 0 }));
  await courses.updateOne({ _id: two.id }, { $set: { sections: before!.sections } });
  await Promise.all(toB.map(naively));
  expect((await courses.findOne({ _id: two.id }))!.sections[1]!.places.length).toBeLessThan(10);
});

test('a stale version is a CONFLICT and changes nothing; of ten editors one wins', async () => {
  const rooms = lab.rooms();
  const course = await draftCourse(rooms, ada);
  const edit = (title: string) =>
    updateCourse(rooms, ada, { courseId: course.id, expectedVersion: course.version, title });
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => edit(`Title ${n}`)));
  expect(all.map(codeOf).filter((code) => code === 'CONFLICT')).toHaveLength(9);
  const winner = granted(all.find((one) => codeOf(one) === null)!);
  const [now] = await rooms.read.systemCourses({ viewer: null, guest: null }, [course.id]);
  expect([now!.title, now!.version]).toEqual([winner.title, course.version + 1]);
  const lesson = await lessonIn(rooms, ada, course);
  const change = { lessonId: lesson.id, expectedVersion: 1, content: 'x' };
  expect(granted(await updateLesson(rooms, ada, change)).version).toBe(2);
  expect(codeOf(await updateLesson(rooms, ada, change))).toBe('CONFLICT');
});

test('a price is Money; nothing and 0 are free, and what is absent stays', async () => {
  const rooms = lab.rooms();
  const { id: courseId, version } = await draftCourse(rooms, ada, 'Paid', EUROS);
  const edit = async (expectedVersion: number, price?: typeof EUROS | null) =>
    granted(await updateCourse(rooms, ada, { courseId, expectedVersion, ...(price !== undefined && { price }) })).price;
  expect(await edit(version)).toEqual(EUROS);
  expect(await edit(version + 1, { amountMinor: 0, currency: 'EUR' })).toBeNull();
  expect(await edit(version + 2, EUROS)).toEqual(EUROS);
  expect(await edit(version + 3, null)).toBeNull();
  const negative = { courseId, expectedVersion: version + 4, price: { amountMinor: -1, currency: 'EUR' } };
  expect(codeOf(await updateCourse(rooms, ada, negative))).toBe('BAD_INPUT');
});

test('creating twice with one key is one course; another input under it is refused', async () => {
  const rooms = lab.rooms();
  const input = { idempotencyKey: randomUUID(), title: 'Été à la mer', description: 'x' };
  const twins = (await Promise.all(Array.from({ length: 10 }, () => createCourse(rooms, ada, input)))).map(granted);
  expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
  expect(twins[0]!.slug).toMatch(/^ete-a-la-mer-[0-9a-f]{8}$/);
  expect(codeOf(await createCourse(rooms, ada, { ...input, title: 'y' }))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('only approved coaches and admins author; a withdrawn coach keeps seeing, but changes nothing', async () => {
  const rooms = lab.rooms();
  const input = () => ({ idempotencyKey: randomUUID(), title: 'x', description: 'x' });
  const forbidden = new AccessError('FORBIDDEN');
  await expect(createCourse(rooms, person(), input())).rejects.toThrow(forbidden);
  await expect(createCourse(rooms, ada, { ...input(), coachId: retype('Coach', person().id) })).rejects.toThrow(
    forbidden,
  );
  const other = await coach(rooms);
  const { course } = await publishedCourse(rooms, other);
  const change = { courseId: course.id, expectedVersion: course.version, title: 'Mine' };
  expect(codeOf(await updateCourse(rooms, ada, change))).toBe('NOT_FOUND');
  await setStanding(rooms, other, 'WITHDRAWN');
  await expect(updateCourse(rooms, other, change)).rejects.toThrow(forbidden);
  await expect(createCourse(rooms, other, input())).rejects.toThrow(forbidden);
});

test('what an admin does with somebody’s course is audited in the same transaction; the coach’s own acts are not', async () => {
  const rooms = lab.rooms();
  const admin = person('ADMIN');
  expect(codeOf(await createCourse(rooms, admin, { idempotencyKey: randomUUID(), title: 'x', description: 'x' }))).toBe(
    'BAD_INPUT',
  );
  const coachId = retype('Coach', ada.id);
  const input = { idempotencyKey: randomUUID(), title: 'By an admin', description: 'x', coachId };
  const course = granted(await createCourse(rooms, admin, input));
  const edit = { courseId: course.id, expectedVersion: 1, title: 'Better' };
  granted(await updateCourse(rooms, admin, edit));
  expect(codeOf(await updateCourse(rooms, admin, edit))).toBe('CONFLICT');
  granted(await updateCourse(rooms, ada, { ...edit, expectedVersion: 2 }));
  expect(await told(rooms, audited, course.id)).toEqual([
    { actorId: admin.id, action: 'createCourse', subjectId: course.id, details: { title: 'By an admin', coachId } },
    { actorId: admin.id, action: 'updateCourse', subjectId: course.id, details: { fields: 'title foldedTitle' } },
  ]);
});
