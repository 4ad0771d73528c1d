// Things as they are now, for the answer of a change.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Asker } from '../data/asker.js';
import { openLoaders } from '../data/loaders.js';
import type { Course } from '../domain/course.js';
import type { Enrollment } from '../domain/enrollment.js';
import type { Lesson } from '../domain/lesson.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

const asAsker = (viewer: Viewer): Asker => ({ viewer, guest: null });

export const reloadCourse = async ({ read }: Rooms, viewer: Viewer, id: string): Promise<Course | Refusal> =>
  (await openLoaders(read, asAsker(viewer)).course.load(id)) ?? refuse('NOT_FOUND');

export const reloadLesson = async ({ read }: Rooms, viewer: Viewer, id: string): Promise<Lesson | Refusal> =>
  (await openLoaders(read, asAsker(viewer)).lesson.load(id)) ?? refuse('NOT_FOUND');

export const reloadEnrollment = async ({ read }: Rooms, asker: Asker, id: string): Promise<Enrollment | Refusal> =>
  (await openLoaders(read, asker).enrollment.load(id)) ?? refuse('NOT_FOUND');
