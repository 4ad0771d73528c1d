// One try at a quiz, against the server's clock.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Id } from '@mosaic/kernel/values/ids';
import type { Question, Quiz } from './quiz.js';
import { refuse } from './refusals.js';

export type AttemptStatus = 'OPEN' | 'SUBMITTED' | 'EXPIRED';

export interface QuizAnswer {
  readonly questionId: string;
  readonly choiceIds: readonly string[];
}

export class QuizAttempt {
  id: Id<'QuizAttempt'>;
  quizId: Id<'Quiz'>;
  /** Which questions these are answers to. */
  quizVersion: number;
  lessonId: Id<'Lesson'>;
  courseId: Id<'Course'>;
  userId: Id<'User'>;
  /** The nth of this person at this quiz, from 1. */
  number: number;
  startedAt: Date;
  /** Null without a time limit. */
  expiresAt: Date | null;
  submittedAt: Date | null;
  answers: QuizAnswer[];
  /** Null until it was handed in. */
  correctCount: number | null;
  questionCount: number;
  isPassed: boolean;
}

export function statusOf({ submittedAt, expiresAt }: QuizAttempt, now: Date): AttemptStatus {
  if (submittedAt) return 'SUBMITTED';
  return expiresAt && expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

const isRight = ({ correctChoiceIds }: Question, given: readonly string[]): boolean =>
  given.length === correctChoiceIds.length && correctChoiceIds.every((id) => given.includes(id));

/** How many questions are answered exactly right, and whether that is enough. The same answers have the same grade for ever. */
export function gradeQuiz({ questions, passingPercentage }: Quiz, answers: readonly QuizAnswer[]) {
  const given = new Map(answers.map(({ questionId, choiceIds }) => [questionId, choiceIds]));
  const correctCount = questions.filter((question) => isRight(question, given.get(question.id) ?? [])).length;
  return { correctCount, isPassed: correctCount * 100 >= passingPercentage * questions.length };
}

/** Refuses BAD_INPUT for answers that this quiz has no questions or choices for. A question left out is answered wrong. */
export function checkAnswers({ questions }: Quiz, answers: readonly QuizAnswer[]): Refusal | null {
  const bad = (reason: string) => refuse('BAD_INPUT', { reason }).at('answers');
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const { questionId, choiceIds } of answers) {
    const question = byId.get(questionId);
    if (!question) return bad('each question is answered once, and is one of this quiz');
    byId.delete(questionId);
    const isKnown = choiceIds.every((id) => question.choices.some((choice) => choice.id === id));
    if (!isKnown || new Set(choiceIds).size < choiceIds.length) return bad('each choice is one of its question, once');
    if (question.kind === 'SINGLE' && choiceIds.length > 1) return bad('a question of kind SINGLE has one answer');
  }
  return null;
}
