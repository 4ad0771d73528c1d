// What of a question is shown to whom. The only place where questions leave this subgraph.
import type { Question, Quiz } from './quiz.js';
import { gradeQuiz, type QuizAttempt } from './quiz-attempt.js';

export interface ShownQuestion extends Omit<Question, 'correctChoiceIds'> {
  readonly correctChoiceIds: readonly string[] | null;
  readonly givenChoiceIds: readonly string[] | null;
  readonly isCorrect: boolean | null;
}

/** All there is, for authors. */
export const showToAuthor = ({ questions }: Quiz): ShownQuestion[] =>
  questions.map((question) => ({ ...question, givenChoiceIds: null, isCorrect: null }));

/** Without the right choices; with what was answered, whether it was right, and why, once it was handed in. */
export function showToLearner(quiz: Quiz, { submittedAt, answers }: QuizAttempt): ShownQuestion[] {
  return quiz.questions.map(({ id, kind, text, choices, explanation, ...secret }) => {
    const shown = { id, kind, text, choices, correctChoiceIds: null };
    if (!submittedAt) return { ...shown, explanation: null, givenChoiceIds: null, isCorrect: null };
    const given = answers.filter(({ questionId }) => questionId === id);
    const one = { ...quiz, questions: [{ id, kind, text, choices, explanation, ...secret }] };
    return {
      ...shown,
      explanation,
      givenChoiceIds: given[0]?.choiceIds ?? [],
      isCorrect: gradeQuiz(one, given).correctCount === 1,
    };
  });
}
