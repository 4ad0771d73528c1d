// What the courses subgraph tells the others, beside its claims.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

const place = z.object({ enrollmentId: z.string(), courseId: z.string(), userId: z.string(), title: z.string() });

/** Somebody has a place in a course. Key: the enrollment's id. */
export const enrollmentStarted = defineEvent('EnrollmentStarted', 1, place.extend({ coachUserId: z.string() }));

/** Somebody lost their place, because the money went back. Key: the enrollment's id. */
export const enrollmentRevoked = defineEvent('EnrollmentRevoked', 1, place);

/** Somebody completed a course. Key: the enrollment's id. */
export const certificateIssued = defineEvent('CertificateIssued', 1, place.extend({ certificateId: z.string() }));
