// Gives a lesson its quiz, or the next version of it. Attempts that are under way go on with the version they began with.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { MOST_ATTEMPTS, Quiz, TIME_LIMIT_SECONDS } from '../domain/quiz.js';
import { type GivenQuestion, readQuestions } from '../domain/read-questions.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';
import { auditAct } from './take-course.js';
import { takeLesson, turnOfLesson } from './take-lesson.js';

export interface SetQuiz {
  readonly lessonId: string;
  /** 0 when the lesson has no quiz yet. */
  readonly expectedVersion: number;
  readonly passingPercentage: number;
  readonly maxAttempts: number;
  readonly timeLimitSeconds?: number | null | undefined;
  readonly questions: readonly GivenQuestion[];
}

/** Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, CONFLICT. */
export async function setQuiz(rooms: Rooms, viewer: Viewer, input: SetQuiz): Promise<Quiz | Refusal> {
  const questions = readQuestions(input.questions);
  if (isRefusal(questions)) return questions;
  const unusable = refuseLimits(input);
  if (unusable) return unusable;
  return rooms.transact(await turnOfLesson(rooms, input.lessonId), async (unit) => {
    const taken = await takeLesson(unit, viewer, input.lessonId);
    if (isRefusal(taken)) return taken;
    const { lesson, course } = taken;
    const before = await unit.quizzes.ofLesson(lesson.id);
    if ((before?.version ?? 0) !== input.expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    const quiz: Quiz = Object.assign(new Quiz(), {
      id: before?.id ?? rooms.mintId('Quiz'),
      lessonId: lesson.id,
      courseId: course.id,
      version: input.expectedVersion + 1,
      passingPercentage: input.passingPercentage,
      maxAttempts: input.maxAttempts,
      timeLimitSeconds: input.timeLimitSeconds ?? null,
      questions,
      updatedAt: unit.now,
    });
    await unit.quizzes.set(quiz);
    await auditAct(unit, viewer, course, 'setQuiz', lesson.id, { version: quiz.version });
    return quiz;
  });
}

function refuseLimits({ passingPercentage, maxAttempts, timeLimitSeconds }: SetQuiz): Refusal | null {
  const bad = (field: string, reason: string) => refuse('BAD_INPUT', { reason }).at(field);
  const { least, most } = TIME_LIMIT_SECONDS;
  if (passingPercentage < 1 || passingPercentage > 100) return bad('passingPercentage', 'it goes from 1 to 100');
  if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) return bad('maxAttempts', `it goes from 1 to ${MOST_ATTEMPTS}`);
  if (timeLimitSeconds != null && (timeLimitSeconds < least || timeLimitSeconds > most))
    return bad('timeLimitSeconds', `it goes from ${least} to ${most}`);
  return null;
}
