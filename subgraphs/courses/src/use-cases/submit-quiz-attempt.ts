// Hands in a try at a quiz: graded by the version it began with, in time by the server's clock. The same answers again get
// the same grade again.

import { fingerprint } from '@mosaic/kernel/idempotency/fingerprint';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { checkAnswers, gradeQuiz, type QuizAnswer, type QuizAttempt, statusOf } from '../domain/quiz-attempt.js';
import { refuse } from '../domain/refusals.js';
import { enterLesson, learnerTurn } from './enter-lesson.js';
import type { Rooms } from './rooms.js';

export interface SubmitQuizAttempt {
  readonly attemptId: string;
  readonly answers: readonly QuizAnswer[];
}

/** Refuses NOT_FOUND, TIME_OVER, ATTEMPT_OVER (handed in with other answers), BAD_INPUT. */
export async function submitQuizAttempt(
  rooms: Rooms,
  viewer: Viewer,
  { attemptId, ...input }: SubmitQuizAttempt,
): Promise<QuizAttempt | Refusal> {
  const asker: Asker = { viewer, guest: null };
  const answers = input.answers.map(({ questionId, choiceIds }) => ({ questionId, choiceIds: [...choiceIds] }));
  const [known] = await rooms.read.attemptsFor(asker, [attemptId]);
  if (!known) return refuse('NOT_FOUND');
  return rooms.transact(await learnerTurn(rooms, viewer, known.lessonId), async (unit) => {
    const entered = await enterLesson(unit, viewer, known.lessonId);
    const attempt = await unit.quizzes.findAttempt(attemptId, viewer.id);
    if (isRefusal(entered) || !attempt) return refuse('NOT_FOUND');
    const status = statusOf(attempt, unit.now);
    if (status === 'SUBMITTED')
      return fingerprint(answers) === fingerprint(attempt.answers) ? attempt : refuse('ATTEMPT_OVER');
    if (status === 'EXPIRED') return refuse('TIME_OVER');
    const quiz = await unit.quizzes.atVersion(attempt.quizId, attempt.quizVersion);
    const unusable = checkAnswers(quiz, answers);
    if (unusable) return unusable;
    return unit.quizzes.submit(attempt, { answers, submittedAt: unit.now, ...gradeQuiz(quiz, answers) });
  });
}
