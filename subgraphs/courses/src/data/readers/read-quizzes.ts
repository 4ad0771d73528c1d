// Reads of quizzes and attempts. Quizzes are scoped where they are loaded; attempts are those of the asker alone.

import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { trusted } from 'mongoose';
import { Quiz } from '../../domain/quiz.js';
import { QuizAttempt } from '../../domain/quiz-attempt.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';
import { quizVersionOf, versionId } from '../records/quiz-version.js';

export function readQuizzes({ quizzes, quizVersions, attempts }: Collections) {
  const toAttempt = (record: Stored<QuizAttempt>) => hydrate(QuizAttempt, record);
  const quizzesWhere = async (asker: Asker, filter: object): Promise<Quiz[]> =>
    (await quizzes.find(filter).maxTimeMS(budgetOf(asker)).lean<Stored<Quiz>[]>()).map((one) => hydrate(Quiz, one));

  return {
    /** Whoever may see them. */
    systemQuizzes: (asker: Asker, ids: readonly string[]) => quizzesWhere(asker, { _id: trusted({ $in: [...ids] }) }),

    /** Whoever may see them. */
    systemQuizzesOf: (asker: Asker, lessonIds: readonly string[]) =>
      quizzesWhere(asker, { lessonId: trusted({ $in: [...lessonIds] }) }),

    /** The quiz as it was when each of these attempts began. */
    async systemVersionsOf(asker: Asker, of: readonly QuizAttempt[]): Promise<Quiz[]> {
      const ids = of.map(({ quizId, quizVersion }) => versionId(quizId, quizVersion));
      const found = await quizVersions
        .find({ _id: trusted({ $in: ids }) })
        .maxTimeMS(budgetOf(asker))
        .lean();
      return found.map(quizVersionOf);
    },

    async attemptsFor(asker: Asker, ids: readonly string[]): Promise<QuizAttempt[]> {
      if (!asker.viewer) return [];
      const own = { _id: trusted({ $in: [...ids] }), userId: asker.viewer.id };
      return (await attempts.find(own).maxTimeMS(budgetOf(asker)).lean<Stored<QuizAttempt>[]>()).map(toAttempt);
    },

    /** The asker's, of these quizzes, the first one first. */
    async attemptsAt(asker: Asker, quizIds: readonly string[]): Promise<QuizAttempt[]> {
      if (!asker.viewer) return [];
      const own = { quizId: trusted({ $in: [...quizIds] }), userId: asker.viewer.id };
      const found = attempts.find(own).sort({ quizId: 1, userId: 1, number: 1 }).maxTimeMS(budgetOf(asker));
      return (await found.lean<Stored<QuizAttempt>[]>()).map(toAttempt);
    },
  };
}
