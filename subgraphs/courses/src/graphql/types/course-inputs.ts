// Inputs and payloads of what authors do.
import { MoneyInput } from '@mosaic/schema/types/money';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Course } from '../../domain/course.js';
import { Lesson } from '../../domain/lesson.js';
import { type QuestionKind, Quiz } from '../../domain/quiz.js';
import { QuizQuestionKindEnum } from './learning-types.js';
import { payloadType } from './payload-type.js';

const theCourse = { type: () => Course, description: 'The course, as it is now.' };
const theLesson = { type: () => Lesson, description: 'The lesson, as it is now.' };
const KEY = 'A UUID for this one wish; retry with the same.';
const VERSION = 'The `version` that is being changed.';

export const CreateCoursePayload = payloadType('CreateCourse', 'course', theCourse);
export const UpdateCoursePayload = payloadType('UpdateCourse', 'course', theCourse);
export const AddSectionPayload = payloadType('AddSection', 'course', theCourse);
export const MoveLessonPayload = payloadType('MoveLesson', 'course', theCourse);
export const PublishCoursePayload = payloadType('PublishCourse', 'course', theCourse);
export const UnpublishCoursePayload = payloadType('UnpublishCourse', 'course', theCourse);
export const AddLessonPayload = payloadType('AddLesson', 'lesson', theLesson);
export const UpdateLessonPayload = payloadType('UpdateLesson', 'lesson', theLesson);
export const SetQuizPayload = payloadType('SetQuiz', 'quiz', {
  type: () => Quiz,
  description: 'The quiz, as it is now.',
});

@InputType({ description: 'A new course.' })
export class CreateCourseInput {
  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;

  @Field(() => String, { description: 'What it is called: 1 to 120 characters on one line.' })
  title: string;

  @Field(() => String, { description: 'What it is about: 1 to 5000 characters.' })
  description: string;

  @Field(() => MoneyInput, { nullable: true, description: 'What it costs; null or 0 for a free course.' })
  price?: MoneyInput | null;

  @Field(() => ID, { nullable: true, description: 'For admins: the approved coach whose course it is.' })
  coachId?: string | null;
}

@InputType({ description: 'What to change of a course; what is absent stays.' })
export class UpdateCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called: 1 to 120 characters on one line; cannot be null.',
  })
  title?: string;

  @Field(() => String, { nullable: true, description: 'What it is about: 1 to 5000 characters; cannot be null.' })
  description?: string;

  @Field(() => MoneyInput, { nullable: true, description: 'What it costs; null or 0 makes it free.' })
  price?: MoneyInput | null;
}

@InputType({ description: 'Another part of a course.' })
export class AddSectionInput {
  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => String, { description: 'What the part is called: 1 to 120 characters on one line.' })
  title: string;
}

@InputType({ description: 'Another lesson, as the last of a section.' })
export class AddLessonInput {
  @Field(() => GraphQLUUID, { description: KEY })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => ID, { description: 'The section of the course.' })
  sectionId: string;

  @Field(() => String, { description: 'What it is called: 1 to 120 characters on one line.' })
  title: string;

  @Field(() => Int, { description: 'How long it takes: 1 to 1440 minutes.' })
  durationMinutes: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether everybody may see what is inside.' })
  isPreview: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'False for a draft.' })
  isPublished: boolean;

  @Field(() => String, { defaultValue: '', description: 'What it says: at most 50000 characters.' })
  content: string;

  @Field(() => ID, { nullable: true, description: 'The author’s own medium that is its video.' })
  videoMediaId?: string | null;
}

@InputType({ description: 'What to change of a lesson; what is absent stays.' })
export class UpdateLessonInput {
  @Field(() => ID, { description: 'The lesson.' })
  lessonId: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called: 1 to 120 characters on one line; cannot be null.',
  })
  title?: string;

  @Field(() => Int, { nullable: true, description: 'How long it takes: 1 to 1440 minutes; cannot be null.' })
  durationMinutes?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody may see what is inside; cannot be null.' })
  isPreview?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'False makes it a draft. Certificates stay. Cannot be null.' })
  isPublished?: boolean;

  @Field(() => String, { nullable: true, description: 'What it says: at most 50000 characters; cannot be null.' })
  content?: string;

  @Field(() => ID, { nullable: true, description: 'The author’s own medium that is its video; null takes it away.' })
  videoMediaId?: string | null;
}

@InputType({ description: 'Where to put a lesson.' })
export class MoveLessonInput {
  @Field(() => ID, { description: 'The lesson.' })
  lessonId: string;

  @Field(() => ID, { description: 'The section of its course to put it in.' })
  sectionId: string;

  @Field(() => Int, { description: 'Its position there, from 0; behind the last one when there are fewer.' })
  position: number;
}

@InputType({ description: 'Which course everybody shall see.' })
export class PublishCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;
}

@InputType({ description: 'Which course to take back.' })
export class UnpublishCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;
}

@InputType({ description: 'One of the answers a question offers.' })
export class QuizChoiceInput {
  @Field(() => String, { description: 'What it says: 1 to 300 characters on one line.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it is right.' })
  isCorrect: boolean;
}

@InputType({ description: 'A question.' })
export class QuizQuestionInput {
  @Field(() => QuizQuestionKindEnum, { description: 'How many choices answer it.' })
  kind: QuestionKind;

  @Field(() => String, { description: 'What is asked: 1 to 1000 characters.' })
  text: string;

  @Field(() => [QuizChoiceInput], { description: 'What there is to choose from: at least 2, at most 10.' })
  choices: QuizChoiceInput[];

  @Field(() => String, { nullable: true, description: 'Why, for those who have answered: at most 2000 characters.' })
  explanation?: string | null;
}

@InputType({ description: 'The quiz of a lesson, whole.' })
export class SetQuizInput {
  @Field(() => ID, { description: 'The lesson.' })
  lessonId: string;

  @Field(() => Int, { description: 'The `version` of the quiz that is being changed; 0 when the lesson has none yet.' })
  expectedVersion: number;

  @Field(() => Int, { description: 'How many of a hundred questions must be right: 1 to 100.' })
  passingPercentage: number;

  @Field(() => Int, { description: 'How often a person may try: 1 to 20 times.' })
  maxAttempts: number;

  @Field(() => Int, { nullable: true, description: 'How long a try may take: 10 to 14400 seconds, or null.' })
  timeLimitSeconds?: number | null;

  @Field(() => [QuizQuestionInput], { description: 'What is asked: at least 1 question, at most 50.' })
  questions: QuizQuestionInput[];
}
