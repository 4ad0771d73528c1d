// Every reader of this subgraph under one roof.
import type { Collections } from '../records/collections.js';
import { readCourses } from './read-courses.js';
import { readEnrollments } from './read-enrollments.js';
import { readQuizzes } from './read-quizzes.js';

export type Readers = ReturnType<typeof readersOf>;

export const readersOf = (collections: Collections) =>
  ({ ...readCourses(collections), ...readEnrollments(collections), ...readQuizzes(collections) }) as const;
