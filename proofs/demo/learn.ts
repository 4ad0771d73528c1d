// Somebody takes a place in a free course and works through some of its lessons, one every other day; the last lesson's quiz
// is passed at the second try, and brings the certificate.
import { completeLesson } from '@mosaic/courses/use-cases/complete-lesson';
import { enroll } from '@mosaic/courses/use-cases/enroll';
import { startQuizAttempt } from '@mosaic/courses/use-cases/start-quiz-attempt';
import { submitQuizAttempt } from '@mosaic/courses/use-cases/submit-quiz-attempt';
import { days, hours, later, minutes } from '@mosaic/kernel/values/time';
import { namedChance } from './chance.js';
import type { CoursePlan, TaughtCourse } from './course-plan.js';
import { daysBefore, granted, type Inhabitant, type Stage } from './stage.js';
import { atMoment, keyOf } from './timeline.js';

export interface Learning {
  readonly plan: CoursePlan;
  readonly course: TaughtCourse;
  readonly daysAgo: number;
  /** How many, from the first on. */
  readonly lessons: number;
}

export async function learn(stage: Stage, learner: Inhabitant, learning: Learning): Promise<void> {
  const { courses, today } = stage;
  const { plan, course, daysAgo, lessons } = learning;
  const { name } = learner.character;
  const began = later(daysBefore(today, daysAgo), hours(18));
  const { courseId } = course;
  await atMoment(began, namedChance(`${name} enrolls in ${plan.name}`), async () =>
    granted(await enroll(courses, learner, { courseId, idempotencyKey: keyOf('enroll', name, plan.name) })),
  );
  const texts = plan.sections.flatMap(([, all]) => all);
  for (const [at, { lessonId, quizId }] of course.lessons.slice(0, lessons).entries()) {
    const moment = later(began, days(at * 2) + minutes(20));
    const questions = texts[at]?.quiz ?? [];
    if (quizId) await passQuiz(stage, learner, { quizId, questions, moment });
    await atMoment(later(moment, minutes(30)), namedChance(`${name} does ${lessonId}`), async () => {
      const idempotencyKey = keyOf('done', name, lessonId);
      granted(await completeLesson(courses, learner, { lessonId, idempotencyKey }));
    });
  }
}

interface Quiz {
  readonly quizId: string;
  readonly questions: NonNullable<CoursePlan['sections'][number][1][number]['quiz']>;
  readonly moment: Date;
}

/** The first try takes the first choice each time, the second one knows better. */
async function passQuiz({ courses }: Stage, learner: Inhabitant, { quizId, questions, moment }: Quiz): Promise<void> {
  for (const [attempt, knows] of [false, true].entries()) {
    const at = later(moment, minutes(attempt * 10));
    const isPassed = await atMoment(at, namedChance(`${learner.character.name} ${quizId} ${attempt}`), async () => {
      const { id: attemptId } = granted(await startQuizAttempt(courses, learner, { quizId }));
      const answers = questions.map(({ choices }, index) => {
        const right = choices.findIndex(({ isCorrect }) => isCorrect);
        return { questionId: String(index + 1), choiceIds: [String((knows ? right : 0) + 1)] };
      });
      return granted(await submitQuizAttempt(courses, learner, { attemptId, answers })).isPassed;
    });
    if (isPassed) return;
  }
}
