// A certificate: that a person completed a course. There is one per person and course, and it is never taken back.
import type { Id } from '@mosaic/kernel/values/ids';

export class Certificate {
  id: Id<'Certificate'>;
  /** Whoever has it may check the certificate: 128 random bits, so it cannot be guessed. */
  code: string;
  courseId: Id<'Course'>;
  enrollmentId: Id<'Enrollment'>;
  userId: Id<'User'>;
  coachUserId: Id<'User'>;
  /** As the course was called then. */
  courseTitle: string;
  issuedAt: Date;
}
