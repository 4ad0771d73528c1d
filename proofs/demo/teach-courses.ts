// Coaches write their courses, section by section, and publish them.
import { addLesson } from '@mosaic/courses/use-cases/add-lesson';
import { addSection } from '@mosaic/courses/use-cases/add-section';
import { createCourse } from '@mosaic/courses/use-cases/create-course';
import { publishCourse } from '@mosaic/courses/use-cases/publish-course';
import { setQuiz } from '@mosaic/courses/use-cases/set-quiz';
import { hours, later } from '@mosaic/kernel/values/time';
import { namedChance } from './chance.js';
import type { CoursePlan, LessonPlan, TaughtCourse, TaughtLesson } from './course-plan.js';
import { coursesEn } from './course-texts-en.js';
import { coursesFr } from './course-texts-fr.js';
import { learn } from './learn.js';
import { daysBefore, granted, HISTORY_DAYS, type Inhabitant, inParallel, named, type Stage } from './stage.js';
import { atMoment, keyOf } from './timeline.js';
import { waitOut } from './wait-for.js';

/** The courses by their plans' names. */
export async function teachCourses(
  stage: Stage,
  people: readonly Inhabitant[],
): Promise<Readonly<Record<string, TaughtCourse>>> {
  const taught: Record<string, TaughtCourse> = {};
  let learners = 0;
  await inParallel([...coursesFr, ...coursesEn], 1, async (plan) => {
    const course = await stage.once(`course ${plan.name}`, () => write(stage, named(people, plan.coach), plan));
    taught[plan.name] = course;
    for (const [name, daysAgo, lessons] of plan.learners) {
      const learner = named(people, name);
      await stage.once(`${name} learns in ${plan.name}`, () =>
        learn(stage, learner, { plan, course, daysAgo, lessons }),
      );
      learners += 1;
    }
  });
  stage.say(`${Object.keys(taught).length} courses with ${learners} learners`);
  return taught;
}

async function write({ courses, today }: Stage, coach: Inhabitant, plan: CoursePlan): Promise<TaughtCourse> {
  const { name, title, description, price, sections, isDraft } = plan;
  const begun = later(daysBefore(today, HISTORY_DAYS - 5), hours(9));
  const lessons: TaughtLesson[] = [];
  const courseId = await atMoment(begun, namedChance(name), async () => {
    const outline = { title, description, price, idempotencyKey: keyOf('course', name) };
    const { id } = await waitOut('FORBIDDEN', () => createCourse(courses, coach, outline));
    for (const [part, plans] of sections) {
      const given = { courseId: id, title: part, idempotencyKey: keyOf('section', name, part) };
      const sectionId = granted(await addSection(courses, coach, given)).sections.at(-1)?.id ?? '';
      for (const lesson of plans) lessons.push(await writeLesson(courses, coach, { courseId: id, sectionId, lesson }));
    }
    return id as string;
  });
  if (!isDraft)
    await atMoment(later(begun, hours(72)), namedChance(`${name} is out`), async () =>
      granted(await publishCourse(courses, coach, { courseId })),
    );
  return { courseId, lessons };
}

async function writeLesson(
  courses: Stage['courses'],
  coach: Inhabitant,
  { courseId, sectionId, lesson }: { courseId: string; sectionId: string; lesson: LessonPlan },
): Promise<TaughtLesson> {
  const { title, minutes, content, isPreview, quiz } = lesson;
  const idempotencyKey = keyOf('lesson', courseId, title);
  const given = { courseId, sectionId, title, content, durationMinutes: minutes, isPreview, idempotencyKey };
  const { id: lessonId } = granted(await addLesson(courses, coach, given));
  if (!quiz) return { lessonId, quizId: null };
  const terms = { lessonId, expectedVersion: 0, passingPercentage: 66, maxAttempts: 3, timeLimitSeconds: 600 };
  return { lessonId, quizId: granted(await setQuiz(courses, coach, { ...terms, questions: quiz })).id };
}
