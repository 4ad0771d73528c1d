// A course as its coach publishes it.
import { randomUUID } from 'node:crypto';
import { act, oncePermitted } from './act.js';
import type { Person } from './person.js';
import type { Price } from './shop.js';

export interface OpenCourse {
  courseId: string;
  /** In their order. */
  lessonIds: string[];
  price: Price | null;
}

/** A published course of an approved coach with so many lessons, the first of them a preview; no price is free. */
export async function openCourse(
  coach: Person,
  { price = { amountMinor: 4_900, currency: 'EUR' }, lessons = 2 }: { price?: Price | null; lessons?: number } = {},
): Promise<OpenCourse> {
  const about = { title: `Breathe ${randomUUID().slice(0, 8)}`, description: 'Day by day.', price };
  // Another subgraph approved the coach: this one hears of it.
  const { course } = await oncePermitted('FORBIDDEN', () =>
    act<{ course: { id: string } }>(coach, 'createCourse', { ...about, idempotencyKey: randomUUID() }, 'course { id }'),
  );
  const courseId = course.id;
  const made = await act<{ course: { sections: { id: string }[] } }>(
    coach,
    'addSection',
    { courseId, title: 'Week one', idempotencyKey: randomUUID() },
    'course { sections { id } }',
  );
  const lessonIds: string[] = [];
  for (let day = 1; day <= lessons; day += 1) {
    const lesson = await act<{ lesson: { id: string } }>(
      coach,
      'addLesson',
      {
        courseId,
        sectionId: made.course.sections[0]?.id,
        title: `Day ${day}`,
        durationMinutes: 10,
        isPreview: day === 1,
        content: `What to do on day ${day}.`,
        idempotencyKey: randomUUID(),
      },
      'lesson { id }',
    );
    lessonIds.push(lesson.lesson.id);
  }
  await act(coach, 'publishCourse', { courseId }, 'course { isPublished }');
  return { courseId, lessonIds, price };
}
