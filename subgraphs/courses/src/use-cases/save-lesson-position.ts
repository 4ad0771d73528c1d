// Remembers where a learner stopped, so that any of their devices goes on from there. The last one to say so wins.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Enrollment } from '../domain/enrollment.js';
import { LONGEST_MINUTES } from '../domain/lesson.js';
import { refuse } from '../domain/refusals.js';
import { enterLesson, learnerTurn } from './enter-lesson.js';
import type { Rooms } from './rooms.js';

const LONGEST_SECONDS = LONGEST_MINUTES * 60;

export interface SaveLessonPosition {
  readonly lessonId: string;
  readonly seconds: number;
}

/** Saying the same again changes nothing. Refuses NOT_FOUND and BAD_INPUT. */
export async function saveLessonPosition(
  rooms: Rooms,
  viewer: Viewer,
  { lessonId, seconds }: SaveLessonPosition,
): Promise<Enrollment | Refusal> {
  if (seconds < 0 || seconds > LONGEST_SECONDS)
    return refuse('BAD_INPUT', { reason: `a position goes from 0 to ${LONGEST_SECONDS} seconds` }).at('seconds');
  return rooms.transact(await learnerTurn(rooms, viewer, lessonId), async (unit) => {
    const entered = await enterLesson(unit, viewer, lessonId);
    if (isRefusal(entered)) return entered;
    const { learning, lesson, enrollment } = entered;
    await unit.learning.keepPosition(learning, { lessonId: lesson.id, seconds, savedAt: unit.now });
    return enrollment;
  });
}
