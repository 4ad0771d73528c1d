// Root fields by which people get into courses and through them.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { claimCourse } from '../use-cases/claim-course.js';
import { completeLesson } from '../use-cases/complete-lesson.js';
import { enroll } from '../use-cases/enroll.js';
import { saveLessonPosition } from '../use-cases/save-lesson-position.js';
import { startQuizAttempt } from '../use-cases/start-quiz-attempt.js';
import { submitQuizAttempt } from '../use-cases/submit-quiz-attempt.js';
import { type CoursesContext, signedIn } from './context.js';
import {
  ClaimCourseInput,
  ClaimCoursePayload,
  CompleteLessonInput,
  CompleteLessonPayload,
  EnrollInput,
  EnrollPayload,
  SaveLessonPositionInput,
  SaveLessonPositionPayload,
  StartQuizAttemptInput,
  StartQuizAttemptPayload,
  SubmitQuizAttemptInput,
  SubmitQuizAttemptPayload,
} from './types/learning-inputs.js';

@Resolver()
export class LearningMutations {
  @Mutation(() => EnrollPayload, {
    description:
      'Enters a free course; again answers with the place there is. Refuses NOT_FOUND, COURSE_NOT_FREE, IDEMPOTENCY_KEY_REUSED.',
  })
  async enroll(
    @Arg('input', () => EnrollInput, { description: 'Which one.' }) input: EnrollInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('enrollment', await enroll(context.rooms, signedIn(context), input));
  }

  @Mutation(() => ClaimCoursePayload, {
    description:
      'Holds a course with a price for 30 minutes; it appears in the cart. Also for guests. Refuses NOT_FOUND, COURSE_IS_FREE, ALREADY_ENROLLED, IDEMPOTENCY_KEY_REUSED.',
  })
  async claimCourse(
    @Arg('input', () => ClaimCourseInput, { description: 'Which one.' }) input: ClaimCourseInput,
    @Ctx() { rooms, asker }: CoursesContext,
  ) {
    return payload('enrollment', await claimCourse(rooms, asker, input));
  }

  @Mutation(() => CompleteLessonPayload, {
    description:
      'The viewer is done with a lesson; the last one brings the certificate. Refuses NOT_FOUND, QUIZ_NOT_PASSED, IDEMPOTENCY_KEY_REUSED.',
  })
  async completeLesson(
    @Arg('input', () => CompleteLessonInput, { description: 'Which one.' }) input: CompleteLessonInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('enrollment', await completeLesson(context.rooms, signedIn(context), input));
  }

  @Mutation(() => SaveLessonPositionPayload, {
    description: 'Remembers where the viewer stopped. Refuses NOT_FOUND, BAD_INPUT.',
  })
  async saveLessonPosition(
    @Arg('input', () => SaveLessonPositionInput, { description: 'Where.' }) input: SaveLessonPositionInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('enrollment', await saveLessonPosition(context.rooms, signedIn(context), input));
  }

  @Mutation(() => StartQuizAttemptPayload, {
    description:
      'Begins a try at a quiz, or goes on with the one that is open. Refuses NOT_FOUND, QUIZ_PASSED, NO_ATTEMPTS_LEFT.',
  })
  async startQuizAttempt(
    @Arg('input', () => StartQuizAttemptInput, { description: 'Which quiz.' }) input: StartQuizAttemptInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('attempt', await startQuizAttempt(context.rooms, signedIn(context), input));
  }

  @Mutation(() => SubmitQuizAttemptPayload, {
    description:
      'Hands in a try; the same answers again answer the same. Refuses NOT_FOUND, TIME_OVER, ATTEMPT_OVER, BAD_INPUT.',
  })
  async submitQuizAttempt(
    @Arg('input', () => SubmitQuizAttemptInput, { description: 'The answers.' }) input: SubmitQuizAttemptInput,
    @Ctx() context: CoursesContext,
  ) {
    return payload('attempt', await submitQuizAttempt(context.rooms, signedIn(context), input));
  }
}
