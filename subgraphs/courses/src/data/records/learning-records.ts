// Enrollments, what people have learned, quizzes with their attempts, and certificates.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Schema } from 'mongoose';
import { Certificate } from '../../domain/certificate.js';
import { Enrollment, living } from '../../domain/enrollment.js';
import { Learning } from '../../domain/learning.js';
import { Quiz } from '../../domain/quiz.js';
import { QuizAttempt } from '../../domain/quiz-attempt.js';
import { date, flag, lateDate, lateNumber, lateText, number, text, whole } from './fields.js';

export const enrollmentSchema = schemaFor(Enrollment, {
  courseId: text,
  buyerId: text,
  status: text,
  price: whole,
  heldUntil: lateDate,
  orderId: lateText,
  createdAt: date,
  activatedAt: lateDate,
  endedAt: lateDate,
});
// The truth behind "enrolled once", whatever the code above it does.
enrollmentSchema.index(
  { buyerId: 1, courseId: 1 },
  { unique: true, partialFilterExpression: { status: { $in: [...living] } }, name: 'one living per buyer and course' },
);
enrollmentSchema.index({ buyerId: 1, createdAt: -1, _id: -1 });
enrollmentSchema.index({ status: 1, heldUntil: 1 });
enrollmentSchema.index({ activatedAt: 1 });

export const learningSchema = schemaFor(Learning, {
  courseId: text,
  userId: text,
  turn: number,
  completedLessonIds: { type: [String], required: true },
  position: whole,
});

const quizFields = {
  lessonId: text,
  courseId: text,
  version: number,
  passingPercentage: number,
  maxAttempts: number,
  timeLimitSeconds: lateNumber,
  questions: whole,
  updatedAt: date,
};
export const quizSchema = schemaFor(Quiz, quizFields);
quizSchema.index({ lessonId: 1 }, { unique: true });

/** A quiz as it was at one version; never changed. */
export interface QuizVersionRecord extends Omit<Quiz, 'id'> {
  /** `<quiz id> <version>`. */
  _id: string;
  quizId: Quiz['id'];
}

export const quizVersionSchema = new Schema(
  { _id: String, quizId: text, ...quizFields },
  { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw', minimize: false },
);

export const attemptSchema = schemaFor(QuizAttempt, {
  quizId: text,
  quizVersion: number,
  lessonId: text,
  courseId: text,
  userId: text,
  number,
  startedAt: date,
  expiresAt: lateDate,
  submittedAt: lateDate,
  answers: whole,
  correctCount: lateNumber,
  questionCount: number,
  isPassed: flag,
});
attemptSchema.index({ quizId: 1, userId: 1, number: 1 }, { unique: true });

export const certificateSchema = schemaFor(Certificate, {
  code: text,
  courseId: text,
  enrollmentId: text,
  userId: text,
  coachUserId: text,
  courseTitle: text,
  issuedAt: date,
});
certificateSchema.index({ code: 1 }, { unique: true });
certificateSchema.index({ userId: 1, courseId: 1 }, { unique: true });
certificateSchema.index({ issuedAt: 1 });
