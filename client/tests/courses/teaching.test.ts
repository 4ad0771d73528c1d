// Moving lessons across sections, and what of a written quiz is sent.
import { expect, test } from 'vitest';
import { placeBeside } from '@/pages/courses/teaching/move';
import {
  draftOf,
  questionsToSend,
  withChoice,
  withMoreChoices,
  withoutChoice,
} from '@/pages/courses/teaching/quiz-draft';

const sections = [
  { id: 'one', lessons: [{ id: 'a' }, { id: 'b' }] },
  { id: 'two', lessons: [] },
  { id: 'three', lessons: [{ id: 'c' }] },
];

test.each([
  ['a', 1, { sectionId: 'one', position: 1 }],
  ['b', -1, { sectionId: 'one', position: 0 }],
  ['b', 1, { sectionId: 'two', position: 0 }],
  ['c', -1, { sectionId: 'two', position: 0 }],
  ['a', -1, null],
  ['c', 1, null],
  ['gone', 1, null],
] as const)('lesson %s moved by %i', (id, step, expected) => {
  expect(placeBeside(sections, id, step)).toEqual(expected);
});

test('a lesson that leaves a section upwards becomes the last of the one before', () => {
  const two = [sections[0], { id: 'next', lessons: [{ id: 'c' }] }] as typeof sections;
  expect(placeBeside(two, 'c', -1)).toEqual({ sectionId: 'one', position: 2 });
});

const written = {
  text: ' Which? ',
  choices: [
    { id: '1', text: 'This' },
    { id: '2', text: 'That ' },
  ],
  correctChoiceIds: ['2'],
  explanation: null,
};

test('a written quiz is sent trimmed, without its empty choices', () => {
  const draft = withMoreChoices(draftOf(written));
  expect(questionsToSend([draft])).toEqual([
    {
      kind: 'SINGLE',
      text: 'Which?',
      choices: [
        { text: 'This', isCorrect: false },
        { text: 'That', isCorrect: true },
      ],
      explanation: null,
    },
  ]);
  expect(questionsToSend([withChoice(draft, 0, { isCorrect: true })])?.[0]?.kind).toBe('MULTIPLE');
});

test('a question without a text, two choices and a right one is not sent', () => {
  const draft = draftOf(written);
  expect(questionsToSend([])).toBeNull();
  expect(questionsToSend([{ ...draft, text: '  ' }])).toBeNull();
  expect(questionsToSend([withChoice(draft, 1, { isCorrect: false })])).toBeNull();
  expect(questionsToSend([withoutChoice(draft, 0)])).toBeNull();
  expect(questionsToSend([draft, withChoice(draft, 0, { text: ' ' })])).toBeNull();
});
