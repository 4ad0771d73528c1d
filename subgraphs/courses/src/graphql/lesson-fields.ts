// Fields of lessons. Everything that is inside one goes through the one question whether this asker may open it.
import { Attachment } from '@mosaic/schema/types/attachment';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Course } from '../domain/course.js';
import { Lesson } from '../domain/lesson.js';
import { Quiz } from '../domain/quiz.js';
import type { CoursesContext } from './context.js';
import './types/shared-types.js';

const INSIDE = 'Null for everybody but those who are enrolled, the coach and admins; a preview is for all.';

@Resolver(() => Lesson)
export class LessonFields {
  @FieldResolver(() => Course, { nullable: true, description: 'The course it is a step of.' })
  course(@Root() { courseId }: Lesson, @Ctx() { load }: CoursesContext): Promise<Course | null> {
    return load.course.load(courseId);
  }

  @FieldResolver(() => String, { nullable: true, description: `What it says. ${INSIDE}` })
  async content(@Root() lesson: Lesson, @Ctx() { load }: CoursesContext): Promise<string | null> {
    return (await load.mayOpen.load(lesson)) ? lesson.content : null;
  }

  @FieldResolver(() => Attachment, { nullable: true, description: `Its video, if it has one. ${INSIDE}` })
  async video(@Root() lesson: Lesson, @Ctx() { asker, load, rooms }: CoursesContext): Promise<Attachment | null> {
    if (!lesson.video || !(await load.mayOpen.load(lesson))) return null;
    const { mediaId: thing, by } = lesson.video;
    return new Attachment(rooms.grants.seal({ thing, by, to: asker.viewer?.id ?? null }, rooms.clock.now()));
  }

  @FieldResolver(() => Quiz, {
    nullable: true,
    description:
      'The quiz that must be passed to complete it, if there is one. For those who are enrolled, the coach and admins.',
  })
  quiz(@Root() { id }: Lesson, @Ctx() { load }: CoursesContext): Promise<Quiz | null> {
    return load.quizOf.load(id);
  }
}
