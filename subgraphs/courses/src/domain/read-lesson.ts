// What an author writes into a lesson, checked.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { type Id, isIdOf } from '@mosaic/kernel/values/ids';
import { CONTENT, LESSON_TITLE, type Lesson, LONGEST_MINUTES } from './lesson.js';
import { refuse } from './refusals.js';
import { refuseNull } from './refuse-null.js';

export interface GivenLesson {
  readonly title?: string | undefined;
  readonly durationMinutes?: number | undefined;
  readonly isPreview?: boolean | undefined;
  readonly isPublished?: boolean | undefined;
  /** Empty for a lesson that is its video or quiz alone. */
  readonly content?: string | undefined;
  /** Null takes the video away. */
  readonly videoMediaId?: string | null | undefined;
}

/** Only what was given. `by` is who puts a video there. Refuses BAD_INPUT. */
export function readLesson(given: GivenLesson, by: Id<'User'>): Partial<Lesson> | Refusal {
  const unusable = refuseNull(given, 'title', 'durationMinutes', 'isPreview', 'isPublished', 'content');
  if (unusable) return unusable;
  const { durationMinutes, isPreview, isPublished, videoMediaId } = given;
  const lesson: Partial<Lesson> = {
    ...(isPreview !== undefined && { isPreview }),
    ...(isPublished !== undefined && { isPublished }),
  };
  if (given.title !== undefined) {
    const title = cleanText(given.title, LESSON_TITLE);
    if (isRefusal(title)) return title.at('title');
    lesson.title = title;
  }
  if (given.content !== undefined) {
    const content = given.content.trim() === '' ? '' : cleanText(given.content, CONTENT);
    if (isRefusal(content)) return content.at('content');
    lesson.content = content;
  }
  if (durationMinutes !== undefined) {
    if (durationMinutes < 1 || durationMinutes > LONGEST_MINUTES)
      return refuse('BAD_INPUT', { reason: `a lesson takes 1 to ${LONGEST_MINUTES} minutes` }).at('durationMinutes');
    lesson.durationMinutes = durationMinutes;
  }
  if (videoMediaId === null) lesson.video = null;
  else if (videoMediaId !== undefined) {
    if (!isIdOf('Media', videoMediaId))
      return refuse('BAD_INPUT', { reason: 'this is not the id of a medium' }).at('videoMediaId');
    lesson.video = { mediaId: videoMediaId, by };
  }
  return lesson;
}
