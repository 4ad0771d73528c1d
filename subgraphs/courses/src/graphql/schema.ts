// The parts of this subgraph's schema.
import './types/course-types.js';
import './types/learning-types.js';
import './types/shared-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { Coach } from '../domain/coach.js';
import type { CoursesContext } from './context.js';
import { CoachFields, CourseFields, CourseSectionFields } from './course-fields.js';
import { AdminDashboardFields } from './dashboard-fields.js';
import { CertificateFields, EnrollmentFields } from './enrollment-fields.js';
import { LessonFields } from './lesson-fields.js';
import { mutations } from './mutations.js';
import { Queries } from './queries.js';
import { QuizAttemptFields, QuizFields } from './quiz-fields.js';
import { references } from './references.js';

export const schemaParts: SchemaParts<CoursesContext> = {
  resolvers: [
    Queries,
    ...mutations,
    CourseFields,
    CourseSectionFields,
    CoachFields,
    LessonFields,
    EnrollmentFields,
    CertificateFields,
    QuizFields,
    QuizAttemptFields,
    AdminDashboardFields,
  ],
  references,
  orphanedTypes: [Coach, AdminDashboard],
};
