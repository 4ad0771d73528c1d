// Fields of enrollments and certificates that are loaded.
import { isIdOf } from '@mosaic/kernel/values/ids';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { type Stub, stub } from '@mosaic/schema/types/stub';
import { Ctx, FieldResolver, Float, ID, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Certificate } from '../domain/certificate.js';
import { Course, publishedLessonIds } from '../domain/course.js';
import { Enrollment } from '../domain/enrollment.js';
import { progressOf } from '../domain/learning.js';
import type { CoursesContext } from './context.js';
import { LessonPositionType } from './types/learning-types.js';

const User = stub('User');

@Resolver(() => Enrollment)
export class EnrollmentFields {
  @FieldResolver(() => Course, { nullable: true, description: 'The course; null when it cannot be seen any more.' })
  course(@Root() { courseId }: Enrollment, @Ctx() { load }: CoursesContext): Promise<Course | null> {
    return load.course.load(courseId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Whose it is; null while it is a guest’s.' })
  user(@Root() { buyerId }: Enrollment): Stub | null {
    return isIdOf('User', buyerId) ? new User(buyerId) : null;
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What the claim was made for; null when it was free.',
  })
  price(@Root() { price }: Enrollment): MoneyType | null {
    return price && showMoney(price);
  }

  @FieldResolver(() => Float, { description: 'How much of the published lessons is completed, from 0 to 1.' })
  async progress(@Root() enrollment: Enrollment, @Ctx() { load, rooms, asker }: CoursesContext): Promise<number> {
    const learning = await load.learning.load(enrollment);
    if (!learning) return 0;
    // An admin, or who is not enrolled any more, may see how far it went without seeing the course.
    const course = await load.course.load(enrollment.courseId);
    const [known] = course ? [course] : await rooms.read.systemCourses(asker, [enrollment.courseId]);
    return known ? progressOf(learning.completedLessonIds, publishedLessonIds(known)) : 0;
  }

  @FieldResolver(() => [ID], { description: 'The lessons that are completed, at most 300, in the order they were.' })
  async completedLessonIds(@Root() enrollment: Enrollment, @Ctx() { load }: CoursesContext): Promise<string[]> {
    return (await load.learning.load(enrollment))?.completedLessonIds ?? [];
  }

  @FieldResolver(() => LessonPositionType, { nullable: true, description: 'Where to go on; null before the start.' })
  async position(@Root() enrollment: Enrollment, @Ctx() { load }: CoursesContext): Promise<LessonPositionType | null> {
    const position = (await load.learning.load(enrollment))?.position;
    return position ? { ...position, lesson: await load.lesson.load(position.lessonId) } : null;
  }

  @FieldResolver(() => Certificate, { nullable: true, description: 'The proof of completion; null before.' })
  certificate(@Root() enrollment: Enrollment, @Ctx() { load }: CoursesContext): Promise<Certificate | null> {
    return load.certificateOf.load(enrollment);
  }
}

@Resolver(() => Certificate)
export class CertificateFields {
  @FieldResolver(() => String, { nullable: true, description: 'The name of the person who completed the course.' })
  async holderName(@Root() { userId }: Certificate, @Ctx() { load }: CoursesContext): Promise<string | null> {
    return (await load.person.load(userId))?.displayName ?? null;
  }

  @FieldResolver(() => User, {
    nullable: true,
    description:
      'The person. For the person, the course’s coach and admins; others who check a certificate see the name.',
  })
  holder(@Root() certificate: Certificate, @Ctx() { asker }: CoursesContext): Stub | null {
    return may.seeCertificate(asker.viewer, certificate) ? new User(certificate.userId) : null;
  }

  @FieldResolver(() => Course, { nullable: true, description: 'The course; null when it cannot be seen any more.' })
  course(@Root() { courseId }: Certificate, @Ctx() { load }: CoursesContext): Promise<Course | null> {
    return load.course.load(courseId);
  }
}
