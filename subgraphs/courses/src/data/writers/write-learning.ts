// Writes of what people learn, and their certificates. Taking a learning is also the lock of one person in one course.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { Certificate } from '../../domain/certificate.js';
import { Learning, type LessonPosition, learningId } from '../../domain/learning.js';
import type { Collections } from '../records/collections.js';

export function writeLearning({ learnings, certificates }: Collections, session: ClientSession) {
  return {
    /** What the person did in the course so far. Nobody else can change it now. */
    async take(courseId: string, userId: string): Promise<Learning> {
      const found = await learnings
        .findOneAndUpdate(
          { _id: learningId(courseId, userId) },
          { $inc: { turn: 1 }, $setOnInsert: { courseId, userId, completedLessonIds: [], position: null } },
          { session, upsert: true, returnDocument: 'after' },
        )
        .lean<Stored<Learning>>();
      return hydrate(Learning, found);
    },

    /** Adds one lesson to those completed; twice is once. */
    async complete({ id }: Learning, lessonId: string): Promise<void> {
      await learnings.updateOne({ _id: id }, { $addToSet: { completedLessonIds: lessonId } }, { session });
    },

    async keepPosition({ id }: Learning, position: LessonPosition): Promise<void> {
      await learnings.updateOne({ _id: id }, { $set: { position } }, { session });
    },

    async certificateOf(courseId: string, userId: string): Promise<Certificate | null> {
      const found = await certificates.findOne({ courseId, userId }, {}, { session }).lean<Stored<Certificate>>();
      return found && hydrate(Certificate, found);
    },

    async issue(certificate: Certificate): Promise<void> {
      await certificates.insertMany([toStored(certificate)], { session, lean: true });
    },
  };
}
