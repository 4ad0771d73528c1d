// Nothing leaks: what is inside a lesson, its video and the answers of its quiz, by every path, for every kind of asker.
import { GrantSeal } from '@mosaic/kernel/identity/grant';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { mintId } from '@mosaic/kernel/values/ids';
import { beforeAll, expect, test } from 'vitest';
import type { Course } from '../../src/domain/course.js';
import type { Lesson } from '../../src/domain/lesson.js';
import type { Quiz } from '../../src/domain/quiz.js';
import { claimCourse } from '../../src/use-cases/claim-course.js';
import { setQuiz } from '../../src/use-cases/set-quiz.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { coach, deliver, draftCourse, EUROS, granted, lessonIn, orderOf, publishedCourse } from '../lab/school.js';

const graph = openGraph();
const [stranger, pending, enrolled, revoked] = [person(), person(), person(), person()];
const [owner, otherCoach, admin] = [person(), person(), person('ADMIN')];
const who: [string, Viewer | null, { isInside: boolean; isAuthor: boolean }][] = [
  ['nobody', null, { isInside: false, isAuthor: false }],
  ['a stranger', stranger, { isInside: false, isAuthor: false }],
  ['who claimed and did not pay', pending, { isInside: false, isAuthor: false }],
  ['who is enrolled', enrolled, { isInside: true, isAuthor: false }],
  ['who got the money back', revoked, { isInside: false, isAuthor: false }],
  ['the coach', owner, { isInside: true, isAuthor: true }],
  ['another coach', otherCoach, { isInside: false, isAuthor: false }],
  ['an admin', admin, { isInside: true, isAuthor: true }],
];
const video = mintId('Media');
let course: Course;
let paid: Lesson;
let preview: Lesson;
let draft: Lesson;
let hidden: { course: Course; lesson: Lesson };
let quiz: Quiz;
let attemptId = '';

const SECRET = 'the secret of the lesson';
const INSIDE = `id content video { grant } quiz { id questions { text correctChoiceIds explanation } }`;
const choices = [
  { text: 'wrong one', isCorrect: false },
  { text: 'right one', isCorrect: true },
];
const question = { kind: 'SINGLE' as const, text: 'what is asked', choices, explanation: 'the explanation' };

beforeAll(async () => {
  const { rooms } = graph();
  for (const one of [owner, otherCoach]) await coach(rooms, one);
  const published = await publishedCourse(rooms, owner, {
    title: 'Paid',
    price: EUROS,
    lessons: [
      { content: SECRET, videoMediaId: video },
      { content: 'for all', isPreview: true, videoMediaId: video },
      { content: SECRET, isPublished: false },
    ],
  });
  ({ course } = published);
  [paid, preview, draft] = published.lessons as [Lesson, Lesson, Lesson];
  const rules = { expectedVersion: 0, passingPercentage: 100, maxAttempts: 3, questions: [question] };
  quiz = granted(await setQuiz(rooms, owner, { lessonId: paid.id, ...rules }));
  granted(await setQuiz(rooms, owner, { lessonId: preview.id, ...rules }));
  const own = await draftCourse(rooms, owner, 'Hidden');
  hidden = { course: own, lesson: await lessonIn(rooms, owner, own, { content: SECRET, isPreview: true }) };
  for (const viewer of [pending, enrolled, revoked]) {
    const input = { courseId: course.id, idempotencyKey: crypto.randomUUID() };
    const { id } = granted(await claimCourse(rooms, { viewer, guest: null }, input));
    const order = orderOf(viewer.id, id);
    if (viewer !== pending) await deliver(rooms, order.paid());
    if (viewer === revoked) {
      const started = await graph().run(revoked, 'startQuizAttempt', { quizId: quiz.id }, 'attempt { id }');
      attemptId = started.attempt.id;
      await deliver(rooms, order.refunded());
    }
  }
});

/** What `INSIDE` answers of the paid lesson. */
const expected = (isInside: boolean, isAuthor: boolean) => ({
  id: paid.id,
  content: isInside ? SECRET : null,
  video: isInside ? { grant: expect.any(String) } : null,
  quiz: isInside
    ? {
        id: quiz.id,
        questions: isAuthor
          ? [{ text: question.text, correctChoiceIds: ['2'], explanation: question.explanation }]
          : null,
      }
    : null,
});

test.each(who)('a paid lesson, by every path: %s', async (_, viewer, { isInside, isAuthor }) => {
  const lesson = expected(isInside, isAuthor);
  const ask = async (query: string, variables: object = {}) => (await graph().ask(viewer, query, variables)).data;
  const id = { id: paid.id };
  expect(await ask(`query ($id: ID!) { lesson(id: $id) { ${INSIDE} } }`, id)).toEqual({ lesson });
  expect(await graph().entity(viewer, 'Lesson', paid.id, INSIDE)).toEqual(lesson);
  const nested = `sections { lessons { ${INSIDE} } }`;
  const roots = [
    (await ask(`query ($id: ID!) { course(id: $id) { ${nested} } }`, { id: course.id })).course,
    (await ask(`query ($slug: String!) { course(slug: $slug) { ${nested} } }`, { slug: course.slug })).course,
    await graph().entity(viewer, 'Course', course.id, nested),
    (await ask(`{ courses(first: 9, search: "paid") { edges { node { ${nested} } } } }`)).courses.edges[0].node,
    (await graph().entity(viewer, 'Coach', course.coachId, `courses(last: 1) { edges { node { ${nested} } } }`)).courses
      .edges[0].node,
    (await ask(`query ($id: ID!) { lesson(id: $id) { course { ${nested} } } }`, id)).lesson.course,
  ];
  for (const root of roots) {
    const lessons = root.sections[0].lessons;
    expect(lessons.map((one: { id: string }) => one.id)).toEqual(
      [paid, preview, ...(isAuthor ? [draft] : [])].map((one) => one.id),
    );
    expect(lessons[0]).toEqual(lesson);
  }
  const own = viewer && (await ask(`{ myEnrollments(first: 9) { edges { node { course { ${nested} } } } } }`));
  for (const { node } of own?.myEnrollments.edges ?? []) expect(node.course.sections[0].lessons[0]).toEqual(lesson);
});

test.each(who)('a preview is public, its quiz is not: %s', async (_, viewer, { isInside, isAuthor }) => {
  const lesson = await graph().entity(viewer, 'Lesson', preview.id, INSIDE);
  expect(lesson.content).toBe('for all');
  expect(lesson.quiz === null).toBe(!isInside);
  expect(lesson.quiz?.questions != null).toBe(isAuthor);
  const grant = new GrantSeal(graph().config.MOSAIC_CURSOR_KEY).open(
    lesson.video.grant,
    viewer?.id ?? null,
    new Date(),
  );
  expect(grant).toMatchObject({ thing: video, by: owner.id, to: viewer?.id ?? null });
});

test.each(who)(
  'a video is granted to this viewer alone, in the name of who put it there: %s',
  async (_, viewer, { isInside }) => {
    const { video: attachment } = await graph().entity(viewer, 'Lesson', paid.id, 'video { grant }');
    if (!isInside || !viewer) return expect(attachment).toBeNull();
    const seal = new GrantSeal(graph().config.MOSAIC_CURSOR_KEY);
    expect(seal.open(attachment.grant, viewer.id, new Date())).toMatchObject({
      thing: video,
      by: owner.id,
      to: viewer.id,
    });
    expect(seal.open(attachment.grant, stranger.id, new Date())).toBeNull();
    expect(seal.open(attachment.grant, null, new Date())).toBeNull();
  },
);

test.each(who)('drafts are there for authors alone, by every path: %s', async (_, viewer, { isAuthor }) => {
  const ask = async (query: string, variables: object) => (await graph().ask(viewer, query, variables)).data;
  for (const { id } of [draft, hidden.lesson]) {
    const seen = isAuthor ? { id, content: SECRET } : null;
    expect(await graph().entity(viewer, 'Lesson', id, 'id content')).toEqual(seen);
    expect(await ask('query ($id: ID!) { lesson(id: $id) { id content } }', { id })).toEqual({ lesson: seen });
  }
  const { id, slug } = hidden.course;
  const seen = isAuthor ? { id } : null;
  expect(await graph().entity(viewer, 'Course', id)).toEqual(seen);
  expect(await ask('query ($id: ID!) { course(id: $id) { id } }', { id })).toEqual({ course: seen });
  expect(await ask('query ($slug: String!) { course(slug: $slug) { id } }', { slug })).toEqual({ course: seen });
  const found = await ask('{ courses(first: 9, search: "hidden") { edges { node { id } } } }', {});
  expect(found.courses.edges).toEqual([]);
  const list = await graph().entity(viewer, 'Coach', course.coachId, 'courses(first: 9) { edges { node { id } } }');
  expect(list.courses.edges).toHaveLength(isAuthor ? 2 : 1);
  const { lessonCount } = await graph().entity(viewer, 'Course', course.id, 'lessonCount');
  expect(lessonCount).toBe(isAuthor ? 3 : 2);
});

test.each(who)('a quiz and its attempts, by their own ids: %s', async (name, viewer, { isInside, isAuthor }) => {
  const fields = 'id questionCount questions { text } viewerAttempts { id }';
  const seen = await graph().entity(viewer, 'Quiz', quiz.id, fields);
  if (!isInside) expect(seen).toBeNull();
  else
    expect(seen).toEqual({
      id: quiz.id,
      questionCount: 1,
      questions: isAuthor ? [{ text: question.text }] : null,
      viewerAttempts: [],
    });
  // The one attempt is of the person who lost the place: nobody sees it any more, not even they.
  expect(await graph().entity(viewer, 'QuizAttempt', attemptId, 'id questions { text }')).toBeNull();
  expect(name).not.toBe('');
});

test('an attempt shows questions without answers while it is open; explanations and results after, the right choices never', async () => {
  const fields = `attempt { id status isPassed correctCount
    questions { id text choices { id text } correctChoiceIds givenChoiceIds isCorrect explanation } }`;
  const { attempt } = await graph().run(enrolled, 'startQuizAttempt', { quizId: quiz.id }, fields);
  const shown = {
    id: '1',
    text: question.text,
    choices: [
      { id: '1', text: 'wrong one' },
      { id: '2', text: 'right one' },
    ],
  };
  expect(attempt.questions).toEqual([
    { ...shown, correctChoiceIds: null, givenChoiceIds: null, isCorrect: null, explanation: null },
  ]);
  for (const [, viewer] of who.filter(([, one]) => one !== enrolled))
    expect(await graph().entity(viewer, 'QuizAttempt', attempt.id, 'id')).toBeNull();
  const answers = [{ questionId: '1', choiceIds: ['1'] }];
  const input = { attemptId: attempt.id, answers };
  const done = await graph().run(enrolled, 'submitQuizAttempt', input, fields);
  expect(done).toEqual({
    userErrors: [],
    attempt: {
      id: attempt.id,
      status: 'SUBMITTED',
      isPassed: false,
      correctCount: 0,
      questions: [
        {
          ...shown,
          correctChoiceIds: null,
          givenChoiceIds: ['1'],
          isCorrect: false,
          explanation: question.explanation,
        },
      ],
    },
  });
  for (const [, viewer] of who.filter(([, one]) => one !== enrolled))
    expect(await graph().entity(viewer, 'QuizAttempt', attempt.id, 'id')).toBeNull();
});
