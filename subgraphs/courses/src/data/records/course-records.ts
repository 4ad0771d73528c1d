// Courses, their lessons, and who may teach.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { CoachStanding } from '../../domain/coach.js';
import { Course } from '../../domain/course.js';
import { Lesson } from '../../domain/lesson.js';
import { Person } from '../../domain/person.js';
import { anyText, date, flag, lateDate, number, text, whole } from './fields.js';

export const courseSchema = schemaFor(Course, {
  slug: text,
  title: text,
  foldedTitle: text,
  description: anyText,
  price: whole,
  coachId: text,
  coachUserId: text,
  sections: whole,
  isPublished: flag,
  publishedAt: lateDate,
  version: number,
  createdAt: date,
  updatedAt: date,
});
courseSchema.index({ slug: 1 }, { unique: true });
courseSchema.index({ isPublished: 1, publishedAt: -1, _id: -1 });
courseSchema.index({ coachId: 1, createdAt: -1, _id: -1 });

export const lessonSchema = schemaFor(Lesson, {
  courseId: text,
  title: text,
  durationMinutes: number,
  isPreview: flag,
  isPublished: flag,
  content: anyText,
  video: whole,
  version: number,
  createdAt: date,
  updatedAt: date,
});
lessonSchema.index({ courseId: 1 });

export const standingSchema = schemaFor(CoachStanding, { userId: text, standing: text, knownAt: date });

export const personSchema = schemaFor(Person, { displayName: text, knownAt: date });
