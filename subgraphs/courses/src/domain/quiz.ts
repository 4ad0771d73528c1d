// A quiz: questions that close a lesson. Every change makes a new version, and old versions stay, so that each attempt can
// be graded again by the questions it was made with.
import type { Id } from '@mosaic/kernel/values/ids';

export const QUESTION = { longest: 1_000, lines: 'many' } as const;
export const CHOICE = { longest: 300, lines: 'one' } as const;
export const EXPLANATION = { longest: 2_000, lines: 'many' } as const;
export const MOST_QUESTIONS = 50;
export const MOST_CHOICES = 10;
export const MOST_ATTEMPTS = 20;
export const TIME_LIMIT_SECONDS = { least: 10, most: 14_400 } as const;

export type QuestionKind = 'SINGLE' | 'MULTIPLE';

export interface Choice {
  /** Unique in its question. */
  readonly id: string;
  readonly text: string;
}

export interface Question {
  /** Unique in its version of the quiz. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly correctChoiceIds: readonly string[];
  readonly explanation: string | null;
}

export class Quiz {
  id: Id<'Quiz'>;
  lessonId: Id<'Lesson'>;
  courseId: Id<'Course'>;
  version: number;
  passingPercentage: number;
  maxAttempts: number;
  /** Null for as long as it takes. */
  timeLimitSeconds: number | null;
  questions: Question[];
  updatedAt: Date;
}
