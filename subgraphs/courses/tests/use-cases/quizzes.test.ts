// Quizzes: never more tries than allowed, time by the server's clock, grades that can be computed again, and the gate they are.
import { randomUUID } from 'node:crypto';
import { proofSize } from '@mosaic/embedded/proof-size';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import type { Stored } from '@mosaic/kernel/stores/mongo-stored';
import { seconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz } from '../../src/domain/quiz.js';
import { gradeQuiz, type QuizAnswer, type QuizAttempt } from '../../src/domain/quiz-attempt.js';
import { type OpenCourses, openCourses } from '../../src/subgraph.js';
import { completeLesson } from '../../src/use-cases/complete-lesson.js';
import { type SetQuiz, setQuiz } from '../../src/use-cases/set-quiz.js';
import { startQuizAttempt } from '../../src/use-cases/start-quiz-attempt.js';
import { submitQuizAttempt } from '../../src/use-cases/submit-quiz-attempt.js';
import { log, openLab, person, TestClock } from '../lab/open-lab.js';
import { coach, codeOf, granted, join, publishedCourse } from '../lab/school.js';

/** Each takes part in every one of the attempts: seven transactions for each racer. */
const RACERS = proofSize({ full: 50, quick: 8 });

const clock = new TestClock();
const lab = openLab({ clock });
const scope = new Scope();
let ada: Viewer;
let second: OpenCourses;
/** For what is refused, and so changes nothing. */
let shared: Awaited<ReturnType<typeof classroom>>;
beforeAll(async () => {
  ada = await coach(lab.rooms());
  second = await openCourses(scope, lab.config(), { log, clock });
  shared = await classroom();
});
afterAll(() => scope.close());

const choice = (text: string, isCorrect = false) => ({ text, isCorrect });
const questions: SetQuiz['questions'] = [
  { kind: 'SINGLE', text: 'Two and two?', choices: [choice('3'), choice('4', true)], explanation: 'Count.' },
  { kind: 'MULTIPLE', text: 'Even?', choices: [choice('2', true), choice('3'), choice('4', true)] },
];
const right: QuizAnswer[] = [
  { questionId: '1', choiceIds: ['2'] },
  { questionId: '2', choiceIds: ['3', '1'] },
];
const half: QuizAnswer[] = [right[0]!, { questionId: '2', choiceIds: ['1'] }];

/** A lesson with a quiz, and somebody who is in its course. */
async function classroom(rules: Partial<SetQuiz> = {}) {
  const rooms = lab.rooms();
  const { course, lessons } = await publishedCourse(rooms, ada);
  const lessonId = lessons[0]!.id;
  const input = { lessonId, expectedVersion: 0, passingPercentage: 100, maxAttempts: 3, questions, ...rules };
  const quiz = granted(await setQuiz(rooms, ada, input));
  const ben = person();
  await join(rooms, ben, course);
  return {
    ben,
    quiz,
    input,
    start: (side = rooms) => startQuizAttempt(side, ben, { quizId: quiz.id }),
    submit: (attemptId: string, answers: QuizAnswer[], side = rooms) =>
      submitQuizAttempt(side, ben, { attemptId, answers }),
    complete: () => completeLesson(rooms, ben, { lessonId, idempotencyKey: randomUUID() }),
    attempts: () =>
      rooms.connection
        .collection<Stored<QuizAttempt>>('quiz_attempts')
        .find({ quizId: quiz.id })
        .sort({ number: 1 })
        .toArray(),
  };
}

test('the quiz is the gate of its lesson', async () => {
  const { start, submit, complete } = await classroom();
  expect(codeOf(await complete())).toBe('QUIZ_NOT_PASSED');
  const failed = granted(await submit(granted(await start()).id, half));
  expect([failed.correctCount, failed.isPassed, failed.number]).toEqual([1, false, 1]);
  expect(codeOf(await complete())).toBe('QUIZ_NOT_PASSED');
  const passed = granted(await submit(granted(await start()).id, right));
  expect([passed.correctCount, passed.isPassed, passed.number]).toEqual([2, true, 2]);
  expect(granted(await complete()).status).toBe('ACTIVE');
  expect(codeOf(await start())).toBe('QUIZ_PASSED');
});

/** Starts and fails until there is no attempt left. */
async function untilNoneIsLeft(
  start: () => ReturnType<typeof startQuizAttempt>,
  submit: (id: string, answers: QuizAnswer[]) => ReturnType<typeof submitQuizAttempt>,
): Promise<void> {
  for (let tries = 0; tries < 4; tries += 1) {
    const attempt = await start();
    if (isRefusal(attempt)) return expect(attempt.code).toBe('NO_ATTEMPTS_LEFT');
    granted(await submit(attempt.id, half));
  }
  throw new Error('four attempts where three are allowed');
}

test('50 concurrent starts are one open attempt; who start and fail at once never get more than the maximum', async () => {
  const { start, submit, attempts, quiz, ben } = await classroom();
  const starts = await Promise.all(Array.from({ length: 50 }, () => start()));
  expect(new Set(starts.map((one) => granted(one).id)).size).toBe(1);
  await Promise.all(Array.from({ length: RACERS }, () => untilNoneIsLeft(start, submit)));
  expect((await attempts()).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(codeOf(await start())).toBe('NO_ATTEMPTS_LEFT');

  // Negative control: count, then insert.
  const bare = lab.rooms().connection.collection('naive_attempts');
  const naively = async () => {
    if ((await bare.countDocuments({ quizId: quiz.id, userId: ben.id })) < 3)
      await bare.insertOne({ quizId: quiz.id, userId: ben.id });
  };
  await Promise.all(Array.from({ length: 50 }, naively));
  expect(await bare.countDocuments()).toBeGreaterThan(3);
});

test('racers on two processes get no more than the maximum either', async () => {
  const { start, submit, attempts } = await classroom();
  const racers = [lab.rooms(), second].flatMap((side) => Array.from({ length: 4 }, () => side));
  await Promise.all(
    racers.map((side) =>
      untilNoneIsLeft(
        () => start(side),
        (id, answers) => submit(id, answers, side),
      ),
    ),
  );
  expect((await attempts()).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('the time limit is the server’s: in time to the last moment, then refused, and the attempt counts', async () => {
  const { start, submit } = await classroom({ timeLimitSeconds: 60, maxAttempts: 2 });
  const first = granted(await start());
  expect(first.expiresAt!.getTime() - first.startedAt.getTime()).toBe(60_000);
  clock.forward(seconds(50));
  expect(granted(await start()).id).toBe(first.id);
  clock.forward(seconds(10));
  expect(codeOf(await submit(first.id, right))).toBe('TIME_OVER');
  const next = granted(await start());
  expect([next.number, next.correctCount]).toEqual([2, null]);
  clock.forward(seconds(55));
  expect(granted(await submit(next.id, right)).isPassed).toBe(true);
});

test('handing in twice is once; other answers afterwards are refused', async () => {
  const { start, submit } = await classroom();
  const { id } = granted(await start());
  const all = await Promise.all(Array.from({ length: 10 }, () => submit(id, half)));
  expect(all.map((one) => granted(one).submittedAt?.getTime())).toEqual(
    all.map(() => granted(all[0]!).submittedAt!.getTime()),
  );
  expect(codeOf(await submit(id, right))).toBe('ATTEMPT_OVER');
});

test('an attempt is graded by the version it began with, and every grade can be computed again from what is stored', async () => {
  const rooms = lab.rooms();
  const { start, submit, input, attempts } = await classroom({ passingPercentage: 50, maxAttempts: 5 });
  const old = granted(await start());
  const swapped = [{ ...questions[0]!, choices: [choice('3', true), choice('4')] }];
  const next = granted(await setQuiz(rooms, ada, { ...input, expectedVersion: 1, questions: swapped }));
  expect(next.version).toBe(2);
  expect(codeOf(await setQuiz(rooms, ada, { ...input, expectedVersion: 1 }))).toBe('CONFLICT');
  granted(await submit(old.id, [{ questionId: '1', choiceIds: ['1'] }]));
  const fresh = granted(await start());
  expect([fresh.quizVersion, fresh.questionCount]).toEqual([2, 1]);
  expect(codeOf(await submit(fresh.id, right))).toBe('BAD_INPUT'); // question 2 is not in this version
  granted(await submit(fresh.id, [{ questionId: '1', choiceIds: ['1'] }]));
  const stored = await attempts();
  expect(stored.map(({ correctCount, isPassed }) => [correctCount, isPassed])).toEqual([
    [0, false],
    [1, true],
  ]);
  for (const { quizId, quizVersion, answers, correctCount, isPassed } of stored) {
    const version = await rooms.connection.collection('quiz_versions').findOne({ quizId, version: quizVersion });
    expect(gradeQuiz(version as unknown as Quiz, answers)).toEqual({ correctCount, isPassed });
  }
});

test.each<[string, QuizAnswer[]]>([
  ['a question that is not asked', [{ questionId: '9', choiceIds: [] }]],
  ['a question twice', [right[0]!, right[0]!]],
  ['a choice that is not offered', [{ questionId: '1', choiceIds: ['7'] }]],
  ['a choice twice', [{ questionId: '2', choiceIds: ['1', '1'] }]],
  ['two choices of a SINGLE question', [{ questionId: '1', choiceIds: ['1', '2'] }]],
])('answers with %s are BAD_INPUT, and the attempt stays open', async (_, answers) => {
  const { start, submit } = shared;
  const { id } = granted(await start());
  expect(codeOf(await submit(id, answers))).toBe('BAD_INPUT');
  expect(granted(await start())).toMatchObject({ id, submittedAt: null, answers: [] });
});

test.each<[string, Partial<SetQuiz>, string]>([
  ['no questions', { questions: [] }, 'BAD_INPUT'],
  ['one choice', { questions: [{ kind: 'SINGLE', text: 'x', choices: [choice('a', true)] }] }, 'BAD_INPUT'],
  [
    'two right ones of SINGLE',
    { questions: [{ kind: 'SINGLE', text: 'x', choices: [choice('a', true), choice('b', true)] }] },
    'BAD_INPUT',
  ],
  ['no right one', { questions: [{ kind: 'MULTIPLE', text: 'x', choices: [choice('a'), choice('b')] }] }, 'BAD_INPUT'],
  ['51 questions', { questions: Array.from({ length: 51 }, () => questions[0]!) }, 'TOO_MANY'],
  ['a percentage of 0', { passingPercentage: 0 }, 'BAD_INPUT'],
  ['21 attempts', { maxAttempts: 21 }, 'BAD_INPUT'],
  ['9 seconds', { timeLimitSeconds: 9 }, 'BAD_INPUT'],
])('a quiz with %s is refused', async (_, rules, code) => {
  const input = { ...shared.input, expectedVersion: 1, ...rules };
  expect(codeOf(await setQuiz(lab.rooms(), ada, input))).toBe(code);
});

test('nobody hands in another’s attempt, or tries a quiz of a course they are not in', async () => {
  const { start, quiz } = await classroom();
  const { id } = granted(await start());
  for (const eve of [person(), ada, person('ADMIN')]) {
    expect(codeOf(await submitQuizAttempt(lab.rooms(), eve, { attemptId: id, answers: right }))).toBe('NOT_FOUND');
    expect(codeOf(await startQuizAttempt(lab.rooms(), eve, { quizId: quiz.id }))).toBe('NOT_FOUND');
  }
});
