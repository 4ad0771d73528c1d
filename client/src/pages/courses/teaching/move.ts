// Where a lesson goes when it is moved one place up or down, across the borders of sections.

interface Place {
  readonly sectionId: string;
  readonly position: number;
}

type Sections = readonly { readonly id: string; readonly lessons: readonly { readonly id: string }[] }[];

/** Null at the very beginning and the very end. */
export function placeBeside(sections: Sections, lessonId: string, step: -1 | 1): Place | null {
  const at = sections.findIndex(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  const section = sections[at];
  if (!section) return null;
  const position = section.lessons.findIndex(({ id }) => id === lessonId) + step;
  if (position >= 0 && position < section.lessons.length) return { sectionId: section.id, position };
  const next = sections[at + step];
  return next ? { sectionId: next.id, position: step === 1 ? 0 : next.lessons.length } : null;
}
