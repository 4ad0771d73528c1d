// Changes of a course's order, as pure functions from sections to sections.
import type { Id } from '@mosaic/kernel/values/ids';
import type { CourseSection, Place } from './course.js';

type Sections = readonly CourseSection[];

const withPlaces = (section: CourseSection, places: Place[]): CourseSection => ({ ...section, places });

/** The lesson as the last of a section; null when there is no such section. */
export function appendLesson(sections: Sections, sectionId: string, place: Place): CourseSection[] | null {
  if (!sections.some(({ id }) => id === sectionId)) return null;
  return sections.map((one) => (one.id === sectionId ? withPlaces(one, [...one.places, place]) : one));
}

/**
 * The lesson taken from where it is to the given position (from 0) of a section; behind the last one when there are fewer.
 * Null when there is no such section or lesson.
 */
export function moveLessonTo(
  sections: Sections,
  lessonId: Id<'Lesson'>,
  sectionId: string,
  position: number,
): CourseSection[] | null {
  const place = sections.flatMap(({ places }) => places).find((one) => one.lessonId === lessonId);
  if (!place || !sections.some(({ id }) => id === sectionId)) return null;
  return sections.map((section) => {
    const rest = section.places.filter((one) => one.lessonId !== lessonId);
    return withPlaces(section, section.id === sectionId ? rest.toSpliced(position, 0, place) : rest);
  });
}

/** The lesson published or a draft, where it stands. */
export const markLesson = (sections: Sections, lessonId: string, isPublished: boolean): CourseSection[] =>
  sections.map((section) =>
    withPlaces(
      section,
      section.places.map((place) => (place.lessonId === lessonId ? { ...place, isPublished } : place)),
    ),
  );
