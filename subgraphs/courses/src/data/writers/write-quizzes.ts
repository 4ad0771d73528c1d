// Writes of quizzes and attempts. Attempts of one person are counted under the lock of their learning.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { Quiz } from '../../domain/quiz.js';
import { QuizAttempt } from '../../domain/quiz-attempt.js';
import type { Collections } from '../records/collections.js';
import { quizVersionOf, toQuizVersion, versionId } from '../records/quiz-version.js';

export function writeQuizzes({ quizzes, quizVersions, attempts }: Collections, session: ClientSession) {
  const one = async (filter: object): Promise<Quiz | null> => {
    const found = await quizzes.findOne(filter, {}, { session }).lean<Stored<Quiz>>();
    return found && hydrate(Quiz, found);
  };

  return {
    find: (id: string) => one({ _id: id }),
    ofLesson: (lessonId: string) => one({ lessonId }),

    /** The quiz as it was at a version. Throws when that version never was. */
    async atVersion(quizId: string, version: number): Promise<Quiz> {
      const found = await quizVersions.findOne({ _id: versionId(quizId, version) }, {}, { session }).lean();
      if (!found) throw new Error(`quiz ${quizId} has no version ${version}`);
      return quizVersionOf(found);
    },

    /** The quiz from now on, and its version for ever. */
    async set(quiz: Quiz): Promise<void> {
      const { _id, ...fields } = toStored(quiz);
      await quizzes.updateOne({ _id }, { $set: fields }, { upsert: true, session });
      await quizVersions.insertMany([toQuizVersion(quiz)], { session, lean: true });
    },

    async attemptsOf(quizId: string, userId: string): Promise<QuizAttempt[]> {
      const found = attempts.find({ quizId, userId }, {}, { session }).sort({ number: 1 });
      return (await found.lean<Stored<QuizAttempt>[]>()).map((record) => hydrate(QuizAttempt, record));
    },

    async findAttempt(id: string, userId: string): Promise<QuizAttempt | null> {
      const found = await attempts.findOne({ _id: id, userId }, {}, { session }).lean<Stored<QuizAttempt>>();
      return found && hydrate(QuizAttempt, found);
    },

    async addAttempt(attempt: QuizAttempt): Promise<void> {
      await attempts.insertMany([toStored(attempt)], { session, lean: true });
    },

    /** Only over an attempt that is not handed in yet. */
    async submit(attempt: QuizAttempt, graded: Partial<QuizAttempt>): Promise<QuizAttempt> {
      const open = { _id: attempt.id, submittedAt: null };
      const { matchedCount } = await attempts.updateOne(open, { $set: graded }, { session });
      if (matchedCount === 0) throw new Error(`attempt ${attempt.id} changed inside a transaction that had read it`);
      return Object.assign(new QuizAttempt(), attempt, graded);
    },
  };
}
