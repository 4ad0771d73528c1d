// The federation door: how the router enters each entity. Every reader is scoped to the asker, as for root fields.
import type { ReferenceReader } from '@mosaic/kernel/subgraph/build-schema';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { AdminDashboard } from '@mosaic/schema/types/admin-dashboard';
import { isAdmin } from '../access.js';
import { Coach } from '../domain/coach.js';
import type { CoursesContext } from './context.js';

export const references: Record<string, ReferenceReader<CoursesContext>> = {
  Coach: async ({ id }) => (isIdOf('Coach', id) ? new Coach(id) : null),
  Course: async ({ id }, { load }) => load.course.load(id),
  Lesson: async ({ id }, { load }) => load.lesson.load(id),
  Quiz: async ({ id }, { load }) => load.quiz.load(id),
  QuizAttempt: async ({ id }, { load }) => load.attempt.load(id),
  Enrollment: async ({ id }, { load }) => load.enrollment.load(id),
  Certificate: async ({ id }, { load }) => load.certificate.load(id),
  AdminDashboard: async (key, { asker }) => {
    const { period } = key as unknown as { period: string };
    return isAdmin(asker.viewer) ? new AdminDashboard(period) : null;
  },
};
