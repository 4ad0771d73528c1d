// Inputs and payloads of what buyers and learners do.
import { ArrayMaxSize } from 'class-validator';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Enrollment } from '../../domain/enrollment.js';
import { MOST_CHOICES, MOST_QUESTIONS } from '../../domain/quiz.js';
import { QuizAttempt } from '../../domain/quiz-attempt.js';
import { payloadType } from './payload-type.js';

const theEnrollment = { type: () => Enrollment, description: 'The enrollment, as it is now.' };
const theAttempt = { type: () => QuizAttempt, description: 'The try, as it is now.' };
const KEY = 'A UUID for this one wish; retry with the same.';

export const EnrollPayload = payloadType('Enroll', 'enrollment', theEnrollment);
export const ClaimCoursePayload = payloadType('ClaimCourse', 'enrollment', theEnrollment);
export const CompleteLessonPayload = payloadType('CompleteLesson', 'enrollment', theEnrollment);
export const SaveLessonPositionPayload = payloadType('SaveLessonPosition', 'enrollment', theEnrollment);
export const StartQuizAttemptPayload = payloadType('StartQuizAttempt', 'attempt', theAttempt);
export const SubmitQuizAttemptPayload = payloadType('SubmitQuizAttempt', 'attempt', theAttempt);

@InputType({ description: 'Which free course to enter.' })
export class EnrollInput {
  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;
}

@InputType({ description: 'Which course to put into the cart.' })
export class ClaimCourseInput {
  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;
}

@InputType({ description: 'Which lesson is done.' })
export class CompleteLessonInput {
  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The lesson.' })
  lessonId: string;
}

@InputType({ description: 'Where the viewer stopped.' })
export class SaveLessonPositionInput {
  @Field(() => ID, { description: 'The lesson.' })
  lessonId: string;

  @Field(() => Int, { description: 'After how many seconds of it: 0 to 86400.' })
  seconds: number;
}

@InputType({ description: 'Which quiz to try.' })
export class StartQuizAttemptInput {
  @Field(() => ID, { description: 'The quiz.' })
  quizId: string;
}

@InputType({ description: 'The answer to one question.' })
export class QuizAnswerInput {
  @Field(() => ID, { description: 'The question.' })
  questionId: string;

  @Field(() => [ID], { description: 'The choices: one for SINGLE, any number for MULTIPLE, at most 10.' })
  @ArrayMaxSize(MOST_CHOICES)
  choiceIds: string[];
}

@InputType({ description: 'All answers of a try.' })
export class SubmitQuizAttemptInput {
  @Field(() => ID, { description: 'The try.' })
  attemptId: string;

  @Field(() => [QuizAnswerInput], { description: 'One for each question, at most 50; one that is left out is wrong.' })
  @ArrayMaxSize(MOST_QUESTIONS)
  answers: QuizAnswerInput[];
}
