// Fields of quizzes and attempts. Questions leave through showToAuthor and showToLearner alone.
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Lesson } from '../domain/lesson.js';
import { Quiz } from '../domain/quiz.js';
import { type AttemptStatus, QuizAttempt, statusOf } from '../domain/quiz-attempt.js';
import { type ShownQuestion, showToAuthor, showToLearner } from '../domain/show-questions.js';
import type { CoursesContext } from './context.js';
import { QuizAttemptStatusEnum, QuizQuestionType } from './types/learning-types.js';

@Resolver(() => Quiz)
export class QuizFields {
  @FieldResolver(() => Lesson, { nullable: true, description: 'The lesson it closes.' })
  lesson(@Root() { lessonId }: Quiz, @Ctx() { load }: CoursesContext): Promise<Lesson | null> {
    return load.lesson.load(lessonId);
  }

  @FieldResolver(() => Int, { description: 'How many questions it asks.' })
  questionCount(@Root() { questions }: Quiz): number {
    return questions.length;
  }

  @FieldResolver(() => [QuizQuestionType], {
    nullable: true,
    description:
      'Its questions, at most 50. For authors; a learner sees them in an attempt, when the clock is running.',
  })
  async questions(@Root() quiz: Quiz, @Ctx() { asker, load }: CoursesContext): Promise<ShownQuestion[] | null> {
    const course = await load.course.load(quiz.courseId);
    return course && may.author(asker.viewer, course) ? showToAuthor(quiz) : null;
  }

  @FieldResolver(() => [QuizAttempt], { description: 'The viewer’s own tries, at most 20, the first one first.' })
  viewerAttempts(@Root() { id }: Quiz, @Ctx() { load }: CoursesContext): Promise<QuizAttempt[]> {
    return load.attemptsAt.load(id);
  }
}

@Resolver(() => QuizAttempt)
export class QuizAttemptFields {
  @FieldResolver(() => QuizAttemptStatusEnum, { description: 'How it stands, by the server’s clock.' })
  status(@Root() attempt: QuizAttempt, @Ctx() { rooms }: CoursesContext): AttemptStatus {
    return statusOf(attempt, rooms.clock.now());
  }

  @FieldResolver(() => Quiz, { nullable: true, description: 'The quiz, as it is now.' })
  quiz(@Root() { quizId }: QuizAttempt, @Ctx() { load }: CoursesContext): Promise<Quiz | null> {
    return load.quiz.load(quizId);
  }

  @FieldResolver(() => [QuizQuestionType], {
    nullable: true,
    description: 'What is asked, at most 50 questions; once it was handed in also what was answered, and why.',
  })
  async questions(@Root() attempt: QuizAttempt, @Ctx() { load }: CoursesContext): Promise<ShownQuestion[] | null> {
    const asked = await load.quizVersion.load(attempt);
    return asked && showToLearner(asked, attempt);
  }
}
