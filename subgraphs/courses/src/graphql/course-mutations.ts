// Root fields by which approved coaches change their courses, and admins those of all.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addLesson } from '../use-cases/add-lesson.js';
import { addSection } from '../use-cases/add-section.js';
import { createCourse } from '../use-cases/create-course.js';
import { moveLesson } from '../use-cases/move-lesson.js';
import { publishCourse } from '../use-cases/publish-course.js';
import { setQuiz } from '../use-cases/set-quiz.js';
import { unpublishCourse } from '../use-cases/unpublish-course.js';
import { updateCourse } from '../use-cases/update-course.js';
import { updateLesson } from '../use-cases/update-lesson.js';
import { type CoursesContext, signedIn } from './context.js';
import {
  AddLessonInput,
  AddLessonPayload,
  AddSectionInput,
  AddSectionPayload,
  CreateCourseInput,
  CreateCoursePayload,
  MoveLessonInput,
  MoveLessonPayload,
  PublishCourseInput,
  PublishCoursePayload,
  SetQuizInput,
  SetQuizPayload,
  UnpublishCourseInput,
  UnpublishCoursePayload,
  UpdateCourseInput,
  UpdateCoursePayload,
  UpdateLessonInput,
  UpdateLessonPayload,
} from './types/course-inputs.js';

const WHO = 'For approved coaches and admins.';

@Resolver()
export class CourseMutations {
  @Mutation(() => CreateCoursePayload, {
    description: `Begins a course, as a draft. ${WHO} Refuses BAD_INPUT, IDEMPOTENCY_KEY_REUSED.`,
  })
  async createCourse(
    @Arg('input', () => CreateCourseInput, { description: 'The course.' }) input: CreateCourseInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('course', await createCourse(context.rooms, signedIn(context), input));
  }

  @Mutation(() => UpdateCoursePayload, {
    description: `Changes what a course says of itself. ${WHO} Refuses NOT_FOUND, BAD_INPUT, CONFLICT.`,
  })
  async updateCourse(
    @Arg('input', () => UpdateCourseInput, { description: 'What to change.' }) input: UpdateCourseInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('course', await updateCourse(context.rooms, signedIn(context), input));
  }

  @Mutation(() => AddSectionPayload, {
    description: `Adds a part to a course, at most 50. ${WHO} Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED.`,
  })
  async addSection(
    @Arg('input', () => AddSectionInput, { description: 'The part.' }) input: AddSectionInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('course', await addSection(context.rooms, signedIn(context), input));
  }

  @Mutation(() => AddLessonPayload, {
    description: `Adds a lesson to a section, at most 300 in a course. ${WHO} Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED.`,
  })
  async addLesson(
    @Arg('input', () => AddLessonInput, { description: 'The lesson.' }) input: AddLessonInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('lesson', await addLesson(context.rooms, signedIn(context), input));
  }

  @Mutation(() => UpdateLessonPayload, {
    description: `Changes a lesson, publishes it or takes it back. ${WHO} Refuses NOT_FOUND, BAD_INPUT, CONFLICT, COURSE_NEEDS_LESSON.`,
  })
  async updateLesson(
    @Arg('input', () => UpdateLessonInput, { description: 'What to change.' }) input: UpdateLessonInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('lesson', await updateLesson(context.rooms, signedIn(context), input));
  }

  @Mutation(() => MoveLessonPayload, {
    description: `Puts a lesson to another place of its course. ${WHO} Refuses NOT_FOUND, BAD_INPUT.`,
  })
  async moveLesson(
    @Arg('input', () => MoveLessonInput, { description: 'Where to.' }) input: MoveLessonInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('course', await moveLesson(context.rooms, signedIn(context), input));
  }

  @Mutation(() => SetQuizPayload, {
    description: `Gives a lesson its quiz, or the next version of it. ${WHO} Refuses NOT_FOUND, BAD_INPUT, TOO_MANY, CONFLICT.`,
  })
  async setQuiz(
    @Arg('input', () => SetQuizInput, { description: 'The quiz.' }) input: SetQuizInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('quiz', await setQuiz(context.rooms, signedIn(context), input));
  }

  @Mutation(() => PublishCoursePayload, {
    description: `Shows a course to everybody; it needs a published lesson. ${WHO} Refuses NOT_FOUND, COURSE_NEEDS_LESSON.`,
  })
  async publishCourse(
    @Arg('input', () => PublishCourseInput, { description: 'Which one.' }) input: PublishCourseInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('course', await publishCourse(context.rooms, signedIn(context), input));
  }

  @Mutation(() => UnpublishCoursePayload, {
    description: `Takes a course back; those who are enrolled keep it. ${WHO} Refuses NOT_FOUND.`,
  })
  async unpublishCourse(
    @Arg('input', () => UnpublishCourseInput, { description: 'Which one.' }) input: UnpublishCourseInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('course', await unpublishCourse(context.rooms, signedIn(context), input));
  }
}
