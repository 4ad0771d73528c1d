// Fields of courses, sections and coaches that are loaded or computed.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { madeKey } from '../data/readers/read-courses.js';
import { Coach } from '../domain/coach.js';
import { allLessonIds, Course, CourseSection, publishedLessonIds } from '../domain/course.js';
import { Enrollment } from '../domain/enrollment.js';
import { Lesson } from '../domain/lesson.js';
import { connect } from './connect.js';
import type { CoursesContext } from './context.js';
import { CourseConnection } from './types/course-types.js';

@Resolver(() => Course)
export class CourseFields {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What it costs; null for a free course.' })
  price(@Root() { price }: Course): MoneyType | null {
    return price && showMoney(price);
  }

  @FieldResolver(() => Coach, { nullable: true, description: 'Whose course it is.' })
  coach(@Root() { coachId }: Course): Coach {
    return new Coach(coachId);
  }

  @FieldResolver(() => [CourseSection], { description: 'Its parts in order, at most 50.' })
  sections(@Root() { sections }: Course): CourseSection[] {
    return sections.map((section) => Object.assign(new CourseSection(), section));
  }

  @FieldResolver(() => Int, { description: 'How many lessons the viewer sees in it.' })
  lessonCount(@Root() course: Course, @Ctx() { asker }: CoursesContext): number {
    return (may.author(asker.viewer, course) ? allLessonIds(course) : publishedLessonIds(course)).length;
  }

  @FieldResolver(() => Enrollment, {
    nullable: true,
    description: 'The viewer’s or guest’s own place in it, or claim to one; null without, and when it is over.',
  })
  viewerEnrollment(@Root() { id }: Course, @Ctx() { load }: CoursesContext): Promise<Enrollment | null> {
    return load.ownEnrollment.load(id);
  }
}

@Resolver(() => CourseSection)
export class CourseSectionFields {
  @FieldResolver(() => [Lesson], { description: 'Its lessons in order, at most 300; drafts only for authors.' })
  async lessons(@Root() { places }: CourseSection, @Ctx() { load }: CoursesContext): Promise<Lesson[]> {
    const found = await Promise.all(places.map(({ lessonId }) => load.lesson.load(lessonId)));
    return found.filter((lesson) => lesson !== null);
  }
}

@Resolver(() => Coach)
export class CoachFields {
  @FieldResolver(() => CourseConnection, {
    nullable: true,
    description: 'The coach’s courses, the newest first; drafts only for the coach and admins.',
  })
  async courses(
    @Root() { id }: Coach,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() { asker, load, rooms }: CoursesContext,
  ): Promise<Connection<Course>> {
    const coach = await load.standing.load(id);
    const { read, seal } = rooms;
    return connect(seal, asker, `courses of ${id}`, page, madeKey, (at) => read.coursesOf(asker, coach, at));
  }
}
