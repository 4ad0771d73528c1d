// Every collection of this subgraph, each under its own name.

import type { Stored } from '@mosaic/kernel/stores/mongo-stored';
import type { Connection, Model } from 'mongoose';
import type { Certificate } from '../../domain/certificate.js';
import type { CoachStanding } from '../../domain/coach.js';
import type { Course } from '../../domain/course.js';
import type { Enrollment } from '../../domain/enrollment.js';
import type { Learning } from '../../domain/learning.js';
import type { Lesson } from '../../domain/lesson.js';
import type { Person } from '../../domain/person.js';
import type { Quiz } from '../../domain/quiz.js';
import type { QuizAttempt } from '../../domain/quiz-attempt.js';
import { courseSchema, lessonSchema, personSchema, standingSchema } from './course-records.js';
import {
  attemptSchema,
  certificateSchema,
  enrollmentSchema,
  learningSchema,
  type QuizVersionRecord,
  quizSchema,
  quizVersionSchema,
} from './learning-records.js';

export type Collection<R> = Model<R>;

export function collectionsOf(connection: Connection) {
  const collection = <R>(name: string, schema: object): Collection<R> =>
    connection.model(name, schema as never, name) as unknown as Collection<R>;
  return {
    courses: collection<Stored<Course>>('courses', courseSchema),
    lessons: collection<Stored<Lesson>>('lessons', lessonSchema),
    standings: collection<Stored<CoachStanding>>('coach_standings', standingSchema),
    people: collection<Stored<Person>>('people', personSchema),
    enrollments: collection<Stored<Enrollment>>('enrollments', enrollmentSchema),
    learnings: collection<Stored<Learning>>('learnings', learningSchema),
    quizzes: collection<Stored<Quiz>>('quizzes', quizSchema),
    quizVersions: collection<QuizVersionRecord>('quiz_versions', quizVersionSchema),
    attempts: collection<Stored<QuizAttempt>>('quiz_attempts', attemptSchema),
    certificates: collection<Stored<Certificate>>('certificates', certificateSchema),
  } as const;
}

export type Collections = ReturnType<typeof collectionsOf>;

/** Creates what is missing; throws when an index cannot be what the code relies on. */
export async function ensureCollections(collections: Collections): Promise<void> {
  for (const collection of Object.values(collections)) {
    await collection.createCollection();
    await collection.createIndexes();
  }
}
