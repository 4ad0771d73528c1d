// Where one stands in a course, and where to go on.
import { expect, test } from 'vitest';
import { around, goOn, lessonsOf } from '@/pages/courses/syllabus';

const course = {
  sections: [{ lessons: [{ id: 'a' }, { id: 'b' }] }, { lessons: [] }, { lessons: [{ id: 'c' }] }],
};

test('the steps of a course run through its sections', () => {
  expect(lessonsOf(course).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(around(course, 'b')).toEqual({ previous: { id: 'a' }, next: { id: 'c' }, number: 2, count: 3 });
  expect(around(course, 'a').previous).toBeNull();
  expect(around(course, 'c').next).toBeNull();
  expect(around(course, 'gone')).toEqual({ previous: null, next: null, number: 0, count: 3 });
});

test.each([
  ['where one stopped', [], 'b', 'b'],
  ['after what is done', ['a'], 'a', 'b'],
  ['with what was left out', ['a', 'c'], 'c', 'b'],
  ['at the beginning when all is done', ['a', 'b', 'c'], 'c', 'a'],
  ['at the beginning when nothing was begun', [], null, 'a'],
  ['with the first open one when the place is gone', ['a'], 'gone', 'b'],
] as const)('a learner goes on %s', (_, completed, stoppedIn, expected) => {
  expect(goOn(course, completed, stoppedIn)?.id).toBe(expected);
});

test('a course without lessons has nowhere to go on', () => {
  expect(goOn({ sections: [] }, [], null)).toBeNull();
});
