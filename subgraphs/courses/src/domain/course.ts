// A course: lessons in sections, by a coach. The order of its lessons lives in the course itself, so that moving one is
// one write; each change of it raises `version`.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';

export const TITLE = { longest: 120, lines: 'one' } as const;
export const DESCRIPTION = { longest: 5_000, lines: 'many' } as const;
export const MOST_SECTIONS = 50;
export const MOST_LESSONS = 300;

/** A lesson's place in its section. */
export interface Place {
  readonly lessonId: Id<'Lesson'>;
  readonly isPublished: boolean;
}

export class CourseSection {
  id: string;
  title: string;
  places: Place[];
}

export class Course {
  id: Id<'Course'>;
  /** Its name in addresses; fixed when it is made. */
  slug: string;
  title: string;
  /** The title folded for searching. */
  foldedTitle: string;
  description: string;
  /** Null for a free course; never an amount of 0. */
  price: Money | null;
  coachId: Id<'Coach'>;
  coachUserId: Id<'User'>;
  sections: CourseSection[];
  isPublished: boolean;
  /** When it was first published; null for a draft that never was. */
  publishedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const placesOf = ({ sections }: Pick<Course, 'sections'>): Place[] => sections.flatMap(({ places }) => places);

export const allLessonIds = (course: Pick<Course, 'sections'>): Id<'Lesson'>[] =>
  placesOf(course).map(({ lessonId }) => lessonId);

/** In order; drafts are not among them. */
export const publishedLessonIds = (course: Pick<Course, 'sections'>): Id<'Lesson'>[] =>
  placesOf(course).flatMap(({ lessonId, isPublished }) => (isPublished ? [lessonId] : []));
