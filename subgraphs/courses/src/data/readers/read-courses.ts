// Reads of courses and lessons as they are stored; who may see which of them is decided where they are loaded (loaders.ts).
import type { CursorKey } from '@mosaic/kernel/paging/cursor';
import type { Page } from '@mosaic/kernel/paging/page';
import { budgetOf } from '@mosaic/kernel/stores/mongo-budget';
import { keysetPage } from '@mosaic/kernel/stores/mongo-keyset';
import { hydrate, type Stored } from '@mosaic/kernel/stores/mongo-stored';
import { patternOf } from '@mosaic/kernel/values/fold';
import { trusted } from 'mongoose';
import { may } from '../../access.js';
import { CoachStanding } from '../../domain/coach.js';
import { Course } from '../../domain/course.js';
import { Lesson } from '../../domain/lesson.js';
import { Person } from '../../domain/person.js';
import type { Asker } from '../asker.js';
import type { Collections } from '../records/collections.js';

const NEWEST_PUBLISHED = { by: 'publishedAt', way: -1, isDate: true } as const;
const NEWEST_MADE = { by: 'createdAt', way: -1, isDate: true } as const;

export const publishedKey = ({ publishedAt, id }: Course): CursorKey => [publishedAt?.getTime() ?? 0, id];
export const madeKey = ({ createdAt, id }: Course): CursorKey => [createdAt.getTime(), id];

export function readCourses({ courses, lessons, people, standings }: Collections) {
  const toCourse = (record: Stored<Course>) => hydrate(Course, record);

  return {
    /** Whoever may see them. */
    async systemCourses(asker: Asker, ids: readonly string[]): Promise<Course[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      return (await courses.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Course>[]>()).map(toCourse);
    },

    /** Whoever may see it. */
    async courseIdOfSlug(asker: Asker, slug: string): Promise<string | null> {
      return (await courses.findOne({ slug }, { _id: 1 }).maxTimeMS(budgetOf(asker)).lean())?._id ?? null;
    },

    /** Whoever may see them. */
    async systemLessons(asker: Asker, ids: readonly string[]): Promise<Lesson[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      const found = await lessons.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Lesson>[]>();
      return found.map((record) => hydrate(Lesson, record));
    },

    /** Published courses, the newest first; `search` is any part of a title. */
    async publishedCourses(asker: Asker, page: Page, search: string | null): Promise<Course[]> {
      if (search?.includes('\0')) return []; // no title holds it, and MongoDB refuses patterns that do
      const filter = {
        isPublished: true,
        ...(search !== null && { foldedTitle: trusted({ $regex: patternOf(search) }) }),
      };
      return (await keysetPage(courses, filter, NEWEST_PUBLISHED, page, budgetOf(asker))).map(toCourse);
    },

    /** A coach's courses, the newest first; drafts only for those who may author them. */
    async coursesOf(asker: Asker, coach: CoachStanding | null, page: Page): Promise<Course[]> {
      if (!coach) return [];
      const isAuthor = may.author(asker.viewer, { coachUserId: coach.userId });
      const filter = { coachId: coach.id, ...(!isAuthor && { isPublished: true }) };
      return (await keysetPage(courses, filter, NEWEST_MADE, page, budgetOf(asker))).map(toCourse);
    },

    async standingsOf(asker: Asker, coachIds: readonly string[]): Promise<CoachStanding[]> {
      const chosen = { _id: trusted({ $in: [...coachIds] }) };
      const found = await standings.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<CoachStanding>[]>();
      return found.map((record) => hydrate(CoachStanding, record));
    },

    async people(asker: Asker, ids: readonly string[]): Promise<Person[]> {
      const chosen = { _id: trusted({ $in: [...ids] }) };
      const found = await people.find(chosen).maxTimeMS(budgetOf(asker)).lean<Stored<Person>[]>();
      return found.map((record) => hydrate(Person, record));
    },
  };
}
