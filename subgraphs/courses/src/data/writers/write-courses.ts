// Writes of courses and lessons. A course is saved over the version it was read at: two changes of one course conflict, and
// the later one starts again.

import { hydrate, type Stored, toStored } from '@mosaic/kernel/stores/mongo-stored';
import type { ClientSession } from 'mongoose';
import { Course } from '../../domain/course.js';
import { Lesson } from '../../domain/lesson.js';
import type { Collections } from '../records/collections.js';

export function writeCourses({ courses, lessons }: Collections, session: ClientSession) {
  return {
    async add(course: Course): Promise<void> {
      await courses.insertMany([toStored(course)], { session, lean: true });
    },

    async find(id: string): Promise<Course | null> {
      const found = await courses.findOne({ _id: id }, {}, { session }).lean<Stored<Course>>();
      return found && hydrate(Course, found);
    },

    /** The course with the changes, one version further. */
    async save(course: Course, changes: Partial<Course>, now: Date): Promise<Course> {
      const changed: Course = Object.assign(new Course(), course, changes, {
        version: course.version + 1,
        updatedAt: now,
      });
      const { _id, ...fields } = toStored(changed);
      const { matchedCount } = await courses.updateOne({ _id, version: course.version }, { $set: fields }, { session });
      if (matchedCount === 0) throw new Error(`course ${_id} changed inside a transaction that had read it`);
      return changed;
    },

    async addLesson(lesson: Lesson): Promise<void> {
      await lessons.insertMany([toStored(lesson)], { session, lean: true });
    },

    async findLesson(id: string): Promise<Lesson | null> {
      const found = await lessons.findOne({ _id: id }, {}, { session }).lean<Stored<Lesson>>();
      return found && hydrate(Lesson, found);
    },

    async saveLesson(lesson: Lesson, changes: Partial<Lesson>, now: Date): Promise<Lesson> {
      const changed: Lesson = Object.assign(new Lesson(), lesson, changes, {
        version: lesson.version + 1,
        updatedAt: now,
      });
      const { _id, ...fields } = toStored(changed);
      const { matchedCount } = await lessons.updateOne({ _id, version: lesson.version }, { $set: fields }, { session });
      if (matchedCount === 0) throw new Error(`lesson ${_id} changed inside a transaction that had read it`);
      return changed;
    },
  };
}
