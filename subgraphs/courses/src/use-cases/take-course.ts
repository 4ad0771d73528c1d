// What every change of a course begins with: whether this viewer may make it, asked in the transaction that makes it.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { announce } from '@mosaic/kernel/outbox/event';
import { AccessError, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { audited } from '@mosaic/schema/events/audit';
import { isAdmin, may } from '../access.js';
import type { Unit } from '../data/unit-of-work.js';
import type { Course } from '../domain/course.js';
import { refuse } from '../domain/refusals.js';

export const courseTurn = (courseId: string): string => `course ${courseId}`;

/**
 * The course, for those who may change it. Refuses NOT_FOUND to everybody else; throws FORBIDDEN for its own coach when
 * they are not approved (any more).
 */
export async function takeCourse(unit: Unit, viewer: Viewer, courseId: string): Promise<Course | Refusal> {
  const course = await unit.courses.find(courseId);
  if (!course || !may.author(viewer, course)) return refuse('NOT_FOUND');
  if (!isAdmin(viewer)) await requireApproved(unit, course.coachId);
  return course;
}

/** Throws FORBIDDEN unless the coach is approved at this moment. */
export async function requireApproved(unit: Unit, coachId: string): Promise<void> {
  if ((await unit.people.standingOf(coachId))?.standing !== 'APPROVED') throw new AccessError('FORBIDDEN');
}

/** Announces what an admin did with somebody else's course. The coach's own acts are nobody's business. */
export async function auditAct(
  unit: Unit,
  viewer: Viewer,
  { coachUserId }: Pick<Course, 'coachUserId'>,
  action: string,
  subjectId: string,
  details: Record<string, string | number | boolean | null>,
): Promise<void> {
  if (viewer.id === coachUserId) return;
  await unit.announce(announce(audited, subjectId, { actorId: viewer.id, action, subjectId, details }, unit.now));
}
