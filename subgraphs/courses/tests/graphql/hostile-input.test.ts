// Whatever is written into a field, the answer is a refusal by name or plain data, never an error of ours.
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { beforeAll, expect, test } from 'vitest';
import type { Course } from '../../src/domain/course.js';
import type { Lesson } from '../../src/domain/lesson.js';
import { openGraph } from '../lab/open-graph.js';
import { coach, publishedCourse } from '../lab/school.js';

const graph = openGraph();
let ada: Viewer;
let course: Course;
let lesson: Lesson;
beforeAll(async () => {
  ada = await coach(graph().rooms);
  const made = await publishedCourse(graph().rooms, ada);
  course = made.course;
  lesson = made.lessons[0]!;
});

const texts = [
  '{"$ne":null}',
  '$where',
  '\u0000',
  '\ud800',
  '',
  ' \u202e ',
  '😀'.repeat(10_000),
  '(a+)+$',
  '__proto__',
];

test.each(texts.map((text) => [JSON.stringify(text).slice(0, 20), text]))('the text %s', async (_, text) => {
  const ask = async (query: string) => {
    const { data, errors } = await graph().ask(ada, query, { text });
    expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual([]);
    return data;
  };
  expect(await ask('query ($text: String!) { certificate(code: $text) { id } course(slug: $text) { id } }')).toEqual({
    certificate: null,
    course: null,
  });
  expect(await ask('query ($text: ID!) { lesson(id: $text) { id } course(id: $text) { id } }')).toEqual({
    lesson: null,
    course: null,
  });
  for (const type of ['Course', 'Lesson', 'Quiz', 'QuizAttempt', 'Enrollment', 'Certificate', 'Coach'])
    expect(await graph().entity(ada, type, text)).toBeNull();
  const search = text.slice(0, 100);
  const query = 'query ($search: String) { courses(first: 1, search: $search) { edges { node { title } } } }';
  const { data, errors } = await graph().ask(ada, query, { search });
  expect(errors).toBeUndefined();
  expect(data.courses.edges).toHaveLength(search.trim() === '' ? 1 : 0);
  const input = { idempotencyKey: randomUUID(), courseId: text, title: text };
  const { userErrors } = await graph().run(ada, 'addSection', input, '__typename');
  expect(['BAD_INPUT', 'NOT_FOUND']).toContain(userErrors[0].code);
  const create = { idempotencyKey: randomUUID(), title: text, description: 'x' };
  const made = await graph().run(ada, 'createCourse', create, 'course { title }');
  const isUsable = ['{"$ne":null}', '$where', '(a+)+$', '__proto__'].includes(text);
  expect(made).toEqual(
    isUsable ? { course: { title: text }, userErrors: [] } : { course: null, userErrors: [{ code: 'BAD_INPUT' }] },
  );
});

test.each<[string, () => object]>([
  ['updateCourse', () => ({ courseId: course.id, expectedVersion: course.version, title: null })],
  ['updateCourse', () => ({ courseId: course.id, expectedVersion: course.version, description: null })],
  ['updateLesson', () => ({ lessonId: lesson.id, expectedVersion: 1, isPublished: null })],
  ['updateLesson', () => ({ lessonId: lesson.id, expectedVersion: 1, durationMinutes: null })],
  ['updateLesson', () => ({ lessonId: lesson.id, expectedVersion: 1, durationMinutes: 0 })],
  ['updateLesson', () => ({ lessonId: lesson.id, expectedVersion: 1, durationMinutes: 1_441 })],
  ['updateLesson', () => ({ lessonId: lesson.id, expectedVersion: 1, videoMediaId: lesson.id })],
  ['moveLesson', () => ({ lessonId: lesson.id, sectionId: course.sections[0]!.id, position: -1 })],
  ['saveLessonPosition', () => ({ lessonId: lesson.id, seconds: 86_401 })],
  [
    'createCourse',
    () => ({
      idempotencyKey: randomUUID(),
      title: 'x',
      description: 'x',
      price: { amountMinor: 2 ** 53 - 1, currency: 'EUR' },
    }),
  ],
  [
    'createCourse',
    () => ({ idempotencyKey: randomUUID(), title: 'x', description: 'x', price: { amountMinor: -1, currency: 'EUR' } }),
  ],
])('%s with a value that cannot be is BAD_INPUT (%#)', async (name, input) => {
  expect((await graph().run(ada, name, input(), '__typename')).userErrors).toEqual([{ code: 'BAD_INPUT' }]);
});

test('the greatest position there is puts a lesson last', async () => {
  const input = { lessonId: lesson.id, sectionId: course.sections[0]!.id, position: 2_147_483_647 };
  const { userErrors } = await graph().run(ada, 'moveLesson', input, 'course { id }');
  expect(userErrors).toEqual([]);
});
