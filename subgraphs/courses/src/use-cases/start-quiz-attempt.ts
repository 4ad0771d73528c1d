// Begins a try at a quiz, or goes on with the one that is open: a page that reloads costs no attempt.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { later, seconds } from '@mosaic/kernel/values/time';
import { systemAsker } from '../data/asker.js';
import { QuizAttempt, statusOf } from '../domain/quiz-attempt.js';
import { refuse } from '../domain/refusals.js';
import { enterLesson, learnerTurn } from './enter-lesson.js';
import type { Rooms } from './rooms.js';

/** One that ran out of time counts. Refuses NOT_FOUND, QUIZ_PASSED, NO_ATTEMPTS_LEFT. */
export async function startQuizAttempt(
  rooms: Rooms,
  viewer: Viewer,
  { quizId }: { readonly quizId: string },
): Promise<QuizAttempt | Refusal> {
  const [known] = await rooms.read.systemQuizzes(systemAsker, [quizId]);
  if (!known) return refuse('NOT_FOUND');
  return rooms.transact(await learnerTurn(rooms, viewer, known.lessonId), async (unit) => {
    const entered = await enterLesson(unit, viewer, known.lessonId);
    const quiz = await unit.quizzes.find(quizId);
    if (isRefusal(entered) || !quiz) return refuse('NOT_FOUND');
    // Under the lock of the learning, so that nobody counts the same attempts at the same time.
    const attempts = await unit.quizzes.attemptsOf(quiz.id, viewer.id);
    const open = attempts.find((one) => statusOf(one, unit.now) === 'OPEN');
    if (open) return open;
    if (attempts.some(({ isPassed }) => isPassed)) return refuse('QUIZ_PASSED');
    if (attempts.length >= quiz.maxAttempts) return refuse('NO_ATTEMPTS_LEFT', { limit: quiz.maxAttempts });
    const attempt: QuizAttempt = Object.assign(new QuizAttempt(), {
      id: rooms.mintId('QuizAttempt'),
      quizId: quiz.id,
      quizVersion: quiz.version,
      lessonId: quiz.lessonId,
      courseId: quiz.courseId,
      userId: viewer.id,
      number: attempts.length + 1,
      startedAt: unit.now,
      expiresAt: quiz.timeLimitSeconds === null ? null : later(unit.now, seconds(quiz.timeLimitSeconds)),
      submittedAt: null,
      answers: [],
      correctCount: null,
      questionCount: quiz.questions.length,
      isPassed: false,
    });
    await unit.quizzes.addAttempt(attempt);
    return attempt;
  });
}
