// Questions as an author writes them, to questions as they are kept.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import {
  CHOICE,
  EXPLANATION,
  MOST_CHOICES,
  MOST_QUESTIONS,
  QUESTION,
  type Question,
  type QuestionKind,
} from './quiz.js';
import { refuse } from './refusals.js';

export interface GivenQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly choices: readonly { readonly text: string; readonly isCorrect: boolean }[];
  readonly explanation?: string | null | undefined;
}

/** Refuses BAD_INPUT and TOO_MANY, pointing at the question. Ids are the positions, counted from 1. */
export function readQuestions(given: readonly GivenQuestion[]): Question[] | Refusal {
  if (given.length === 0) return refuse('BAD_INPUT', { reason: 'a quiz asks something' }).at('questions');
  if (given.length > MOST_QUESTIONS) return refuse('TOO_MANY', { limit: MOST_QUESTIONS }).at('questions');
  const questions: Question[] = [];
  for (const [at, one] of given.entries()) {
    const question = readQuestion(one, String(at + 1));
    if (isRefusal(question)) return question.at('questions', String(at), ...question.path);
    questions.push(question);
  }
  return questions;
}

function readQuestion({ kind, choices, ...given }: GivenQuestion, id: string): Question | Refusal {
  const text = cleanText(given.text, QUESTION);
  if (isRefusal(text)) return text.at('text');
  const explanation = given.explanation ? cleanText(given.explanation, EXPLANATION) : null;
  if (isRefusal(explanation)) return explanation.at('explanation');
  if (choices.length < 2) return refuse('BAD_INPUT', { reason: 'there is something to choose from' }).at('choices');
  if (choices.length > MOST_CHOICES) return refuse('TOO_MANY', { limit: MOST_CHOICES }).at('choices');
  const texts = choices.map((choice) => cleanText(choice.text, CHOICE));
  const wrong = texts.find(isRefusal);
  if (wrong) return wrong.at('choices');
  const kept = texts
    .filter((one): one is string => !isRefusal(one))
    .map((one, at) => ({ id: String(at + 1), text: one }));
  const correctChoiceIds = kept.filter((_, at) => choices[at]?.isCorrect).map((choice) => choice.id);
  const isSound = kind === 'SINGLE' ? correctChoiceIds.length === 1 : correctChoiceIds.length > 0;
  if (!isSound)
    return refuse('BAD_INPUT', { reason: 'SINGLE has exactly one right choice, MULTIPLE at least one' }).at('choices');
  return { id, kind, text, choices: kept, correctChoiceIds, explanation };
}
