// Enrollments, certificates, quizzes and attempts, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Certificate } from '../../domain/certificate.js';
import { Enrollment } from '../../domain/enrollment.js';
import { Lesson } from '../../domain/lesson.js';
import { type Choice, type QuestionKind, Quiz } from '../../domain/quiz.js';
import { QuizAttempt } from '../../domain/quiz-attempt.js';

export const EnrollmentStatusEnum = enumOf('EnrollmentStatus', 'How an enrollment stands.', {
  PENDING: 'Held for its buyer until it is paid.',
  ACTIVE: 'The person is in the course.',
  RELEASED: 'It was not paid in time, or given back.',
  REVOKED: 'The money went back, and the place with it.',
});

export const QuizQuestionKindEnum = enumOf('QuizQuestionKind', 'How many choices answer a question.', {
  SINGLE: 'Exactly one.',
  MULTIPLE: 'All that are right and no other: at least one.',
});

export const QuizAttemptStatusEnum = enumOf('QuizAttemptStatus', 'How a try at a quiz stands.', {
  OPEN: 'Not handed in yet, and in time.',
  SUBMITTED: 'Handed in and graded.',
  EXPIRED: 'The time ran out; it counts as a try.',
});

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };
const id = [() => ID, 'Opaque global id.'] as const;
const late = { nullable: true };

describeType(Enrollment, 'Enrollment', {
  ...keyed,
  description: entities.Enrollment.description,
  fields: {
    id,
    status: [() => EnrollmentStatusEnum, 'How it stands.'],
    heldUntil: [() => DateTime, 'Of a claim: until when its price is held.', late],
    createdAt: [() => DateTime, 'When it was made.'],
    activatedAt: [() => DateTime, 'When the person got the place; null before.', late],
    endedAt: [() => DateTime, 'When it was released or revoked; null before.', late],
  },
});

describeType(Certificate, 'Certificate', {
  ...keyed,
  description: entities.Certificate.description,
  fields: {
    id,
    code: [() => String, 'Whoever has it may check the certificate with `certificate(code)`. It cannot be guessed.'],
    courseTitle: [() => String, 'What the course was called when it was completed.'],
    issuedAt: [() => DateTime, 'When the course was completed.'],
  },
});

describeType(Quiz, 'Quiz', {
  ...keyed,
  description: entities.Quiz.description,
  fields: {
    id,
    version: [() => Int, 'Grows with every change of its questions or rules.'],
    passingPercentage: [() => Int, 'How many of a hundred questions must be right, 1 to 100.'],
    maxAttempts: [() => Int, 'How often a person may try, 1 to 20 times.'],
    timeLimitSeconds: [() => Int, 'How long a try may take; null for as long as it takes.', late],
  },
});

describeType(QuizAttempt, 'QuizAttempt', {
  ...keyed,
  description: entities.QuizAttempt.description,
  fields: {
    id,
    number: [() => Int, 'The nth try of this person at this quiz, from 1.'],
    quizVersion: [() => Int, 'The version of the quiz that was asked.'],
    startedAt: [() => DateTime, 'When it began, by the server’s clock.'],
    expiresAt: [() => DateTime, 'When its time is over; null without a limit.', late],
    submittedAt: [() => DateTime, 'When it was handed in; null before.', late],
    questionCount: [() => Int, 'How many questions are asked.'],
    correctCount: [() => Int, 'How many were answered right; null until it was handed in.', late],
    isPassed: [() => Boolean, 'Whether that was enough.'],
  },
});

@ObjectType('LessonPosition', { description: 'Where a person stopped.' })
export class LessonPositionType {
  @Field(() => Lesson, { nullable: true, description: 'In which lesson; null when it is not there any more.' })
  lesson: Lesson | null;

  @Field(() => Int, { description: 'After how many seconds of its video or text.' })
  seconds: number;

  @Field(() => DateTime, { description: 'When that was.' })
  savedAt: Date;
}

@ObjectType('QuizChoice', { description: 'One of the answers a question offers.' })
export class QuizChoiceType implements Choice {
  @Field(() => ID, { description: 'Its name within the question.' })
  id: string;

  @Field(() => String, { description: 'What it says.' })
  text: string;
}

@ObjectType('QuizQuestion', { description: 'A question of a quiz. What is right stands in it only for authors.' })
export class QuizQuestionType {
  @Field(() => ID, { description: 'Its name within this version of the quiz.' })
  id: string;

  @Field(() => QuizQuestionKindEnum, { description: 'How many choices answer it.' })
  kind: QuestionKind;

  @Field(() => String, { description: 'What is asked.' })
  text: string;

  @Field(() => [QuizChoiceType], { description: 'What there is to choose from: at most 10.' })
  choices: readonly QuizChoiceType[];

  @Field(() => [ID], { nullable: true, description: 'The right ones, at most 10; null for everybody but authors.' })
  correctChoiceIds: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'What was answered, at most 10; null until it was handed in.' })
  givenChoiceIds: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether that was right; null until it was handed in.' })
  isCorrect: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why; null until it was handed in.' })
  explanation: string | null;
}

export const EnrollmentConnection = connectionType('Enrollment', Enrollment);
