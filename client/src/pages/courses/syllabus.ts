// A course as a row of steps: where one stands in it, and where to go on.

interface Step {
  readonly id: string;
}

interface Outline<Lesson extends Step> {
  readonly sections: readonly { readonly lessons: readonly Lesson[] }[];
}

export const lessonsOf = <Lesson extends Step>({ sections }: Outline<Lesson>): readonly Lesson[] =>
  sections.flatMap(({ lessons }) => lessons);

/** The neighbours of a lesson, across sections. */
export function around<Lesson extends Step>(outline: Outline<Lesson>, id: string) {
  const lessons = lessonsOf(outline);
  const at = lessons.findIndex((lesson) => lesson.id === id);
  return {
    previous: at > 0 ? (lessons[at - 1] ?? null) : null,
    next: at >= 0 ? (lessons[at + 1] ?? null) : null,
    number: at + 1,
    count: lessons.length,
  };
}

/** Where a learner goes on: where they stopped unless that is done, then what is not done yet, else the beginning. */
export function goOn<Lesson extends Step>(
  outline: Outline<Lesson>,
  completed: readonly string[],
  stoppedIn: string | null,
): Lesson | null {
  const lessons = lessonsOf(outline);
  const stopped = lessons.find(({ id }) => id === stoppedIn && !completed.includes(id));
  return stopped ?? lessons.find(({ id }) => !completed.includes(id)) ?? lessons[0] ?? null;
}
