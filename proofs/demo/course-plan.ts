// How a course of the demo world is made, and who learns in it. Their words are in course-texts-fr.ts and -en.ts.
import type { GivenQuestion } from '@mosaic/courses/domain/read-questions';
import type { Money } from '@mosaic/kernel/values/money';

export interface LessonPlan {
  readonly title: string;
  readonly minutes: number;
  readonly content: string;
  /** Everybody may read it. */
  readonly isPreview?: boolean;
  /** Two of three right answers are enough. */
  readonly quiz?: readonly GivenQuestion[];
}

export interface CoursePlan {
  /** What orders and learners call it. */
  readonly name: string;
  readonly coach: string;
  readonly title: string;
  readonly description: string;
  /** Null for a free course. */
  readonly price: Money | null;
  readonly isDraft?: boolean;
  readonly sections: readonly (readonly [title: string, lessons: readonly LessonPlan[]])[];
  /** Who enrolled, how many days ago, and how many lessons they did since. */
  readonly learners: readonly (readonly [name: string, daysAgo: number, lessons: number])[];
}

/** A lesson as learners meet it. */
export interface TaughtLesson {
  readonly lessonId: string;
  readonly quizId: string | null;
}

export interface TaughtCourse {
  readonly courseId: string;
  /** In their order. */
  readonly lessons: readonly TaughtLesson[];
}

/** A question with one right answer, the first of the choices, which stands where the question's length puts it. */
export function question(text: string, right: string, wrong: readonly string[], explanation: string): GivenQuestion {
  const choices = wrong.map((one) => ({ text: one, isCorrect: false }));
  choices.splice(text.length % (wrong.length + 1), 0, { text: right, isCorrect: true });
  return { kind: 'SINGLE', text, choices, explanation };
}
