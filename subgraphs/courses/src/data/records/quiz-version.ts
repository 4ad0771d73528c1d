// A version of a quiz: the quiz under a key of its own, never changed.
import { Quiz } from '../../domain/quiz.js';
import type { QuizVersionRecord } from './learning-records.js';

export const versionId = (quizId: string, version: number): string => `${quizId} ${version}`;

export const quizVersionOf = ({ _id, quizId, ...fields }: QuizVersionRecord): Quiz =>
  Object.assign(new Quiz(), { id: quizId, ...fields });

export const toQuizVersion = ({ id, ...fields }: Quiz): QuizVersionRecord => ({
  _id: versionId(id, fields.version),
  quizId: id,
  ...fields,
});
