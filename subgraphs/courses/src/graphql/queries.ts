// Root fields that read.
import type { Connection } from '@mosaic/kernel/paging/page';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { buyerIdOf } from '../data/asker.js';
import { publishedKey } from '../data/readers/read-courses.js';
import { enrollmentKey } from '../data/readers/read-enrollments.js';
import { Certificate } from '../domain/certificate.js';
import { Course } from '../domain/course.js';
import type { Enrollment } from '../domain/enrollment.js';
import { Lesson } from '../domain/lesson.js';
import { refuse } from '../domain/refusals.js';
import { connect } from './connect.js';
import { type CoursesContext, signedIn } from './context.js';
import { CourseConnection } from './types/course-types.js';
import { EnrollmentConnection } from './types/learning-types.js';

@ArgsType()
class CoursesArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Any part of a title, whatever its case and accents.' })
  @MaxLength(100)
  search?: string | null;
}

@Resolver()
export class Queries {
  @Query(() => Course, {
    nullable: true,
    description: 'A course by its id or its slug: give exactly one. Null for a draft that is not the viewer’s to see.',
  })
  async course(
    @Arg('id', () => ID, { nullable: true, description: 'Id of the course.' }) id: string | null | undefined,
    @Arg('slug', () => String, { nullable: true, description: 'Its name in addresses.' }) slug:
      | string
      | null
      | undefined,
    @Ctx() { asker, load, rooms }: CoursesContext,
  ): Promise<Course | null> {
    if ((id == null) === (slug == null))
      throw new RefusedError(refuse('BAD_INPUT', { reason: 'give exactly one of id and slug' }));
    const courseId = id ?? (await rooms.read.courseIdOfSlug(asker, slug ?? ''));
    return courseId === null ? null : load.course.load(courseId);
  }

  @Query(() => CourseConnection, { description: 'Published courses, the newest first.' })
  courses(
    @Args(() => CoursesArgs) { search, ...page }: CoursesArgs,
    @Ctx() { asker, rooms }: CoursesContext,
  ): Promise<Connection<Course>> {
    const wanted = search?.trim() || null;
    const { read, seal } = rooms;
    return connect(seal, asker, `courses ${wanted ?? ''}`, page, publishedKey, (at) =>
      read.publishedCourses(asker, at, wanted),
    );
  }

  @Query(() => Lesson, { nullable: true, description: 'A lesson of a course that the viewer sees.' })
  lesson(
    @Arg('id', () => ID, { description: 'Id of the lesson.' }) id: string,
    @Ctx() { load }: CoursesContext,
  ): Promise<Lesson | null> {
    return load.lesson.load(id);
  }

  @Query(() => Certificate, {
    nullable: true,
    description: 'Checks a certificate, for anybody who has its code; null for a code that was never issued.',
  })
  certificate(
    @Arg('code', () => String, { description: 'The code on the certificate.' }) code: string,
    @Ctx() { asker, rooms }: CoursesContext,
  ): Promise<Certificate | null> {
    return rooms.read.certificateByCode(asker, code);
  }

  @Query(() => EnrollmentConnection, {
    description:
      'The viewer’s or guest’s places in courses and claims to them, the newest first; also those that are over.',
  })
  myEnrollments(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: CoursesContext,
  ): Promise<Connection<Enrollment>> {
    const { asker, rooms } = context;
    const buyerId = buyerIdOf(asker) ?? signedIn(context).id;
    const { read, seal } = rooms;
    return connect(seal, asker, 'enrollments', page, enrollmentKey, (at) => read.enrollmentsOf(asker, buyerId, at));
  }
}
