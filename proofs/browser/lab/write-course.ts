// A coach writes a course: a film, a text, and a text that a quiz closes.
import { randomUUID } from 'node:crypto';
import { makeFilm } from './film';
import type { Seat } from './test';

export interface WrittenCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

export const FILM_SECONDS = 30;
export const TEXT = 'Walk for a minute, run for a minute.';
export const QUESTION = 'What comes after the run?';
export const RIGHT = 'A walk';
export const WRONG = 'A nap';
export const WHY = 'Legs that stop at once stiffen.';

export async function writeCourse({ ask, page, context }: Seat): Promise<WrittenCourse> {
  const title = `Run ${randomUUID().slice(0, 8)}`;
  const act = async <T>(verb: string, input: object, selection: string) => {
    const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${verb}(input: $input) { userErrors { code message } ${selection} } }`;
    return (await ask<Record<string, T>>(query, { input }))[verb] as T;
  };
  const create = { title, description: 'From the sofa to the park.', idempotencyKey: randomUUID() };
  const { course } = await act<{ course: WrittenCourse }>('createCourse', create, 'course { id slug title }');
  const courseId = course.id;
  const part = { courseId, title: 'Outside', idempotencyKey: randomUUID() };
  const { course: parts } = await act<{ course: { sections: { id: string }[] } }>(
    'addSection',
    part,
    'course { sections { id } }',
  );
  const about = { courseId, sectionId: parts.sections[0]?.id, durationMinutes: 5 };
  const add = async (lesson: object) => {
    const input = { ...about, ...lesson, idempotencyKey: randomUUID() };
    return (await act<{ lesson: { id: string } }>('addLesson', input, 'lesson { id }')).lesson.id;
  };

  await page.goto('/courses');
  const film = await makeFilm(page, FILM_SECONDS);
  const asked = { purpose: 'LESSON_VIDEO', fileName: 'run.webm', byteLength: film.length };
  const { ticket } = await act<{ ticket: { uploadUrl: string } }>('createUploadTicket', asked, 'ticket { uploadUrl }');
  const answer = await context.request.put(ticket.uploadUrl, {
    data: film,
    headers: { origin: new URL(page.url()).origin, 'content-type': 'video/webm' },
  });
  if (answer.status() !== 201) throw new Error(await answer.text());
  const { mediaId } = (await answer.json()) as { mediaId: string };

  await add({ title: 'Look how it is done', content: 'Watch the feet.', videoMediaId: mediaId });
  await add({ title: 'The first minute', content: TEXT });
  const lessonId = await add({ title: 'The way home', content: 'Slowly.' });
  const choices = [
    { text: WRONG, isCorrect: false },
    { text: RIGHT, isCorrect: true },
  ];
  await act(
    'setQuiz',
    {
      ...{ lessonId, expectedVersion: 0, passingPercentage: 100, maxAttempts: 3, timeLimitSeconds: 300 },
      questions: [{ kind: 'SINGLE', text: QUESTION, choices, explanation: WHY }],
    },
    'quiz { id }',
  );
  await act('publishCourse', { courseId }, 'course { id }');
  return course;
}
