// The public side: courses are found whatever the case and accents, paged without gaps, and a page costs a handful of reads.

import { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { mintId } from '@mosaic/kernel/values/ids';
import { graphql } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { Readers } from '../../src/data/readers/readers.js';
import type { Course } from '../../src/domain/course.js';
import { contextIn } from '../../src/graphql/context.js';
import { schemaParts } from '../../src/graphql/schema.js';
import { setQuiz } from '../../src/use-cases/set-quiz.js';
import { openGraph } from '../lab/open-graph.js';
import { log, person } from '../lab/open-lab.js';
import { coach, EUROS, granted, join, publishedCourse } from '../lab/school.js';

const graph = openGraph();
const titles = ['Yoga pour débutants', 'YOGA avancé', 'Pâtisserie', 'a.c (x+)+$', 'Straße'];
let ada: Viewer;
const courses: Course[] = [];
beforeAll(async () => {
  ada = await coach(graph().rooms);
  for (const title of titles) courses.push((await publishedCourse(graph().rooms, ada, { title })).course);
});

const find = async (search: string) => {
  const query = 'query ($search: String) { courses(first: 100, search: $search) { edges { node { title } } } }';
  const { data } = await graph().ask(null, query, { search });
  return data.courses.edges.map(({ node }: { node: { title: string } }) => node.title);
};

test.each([
  ['yoga', ['YOGA avancé', 'Yoga pour débutants']],
  ['DEBUTANTS', ['Yoga pour débutants']],
  ['pätiss', ['Pâtisserie']],
  ['a.c', ['a.c (x+)+$']],
  ['(x+)+$', ['a.c (x+)+$']],
  ['.*', []],
  ['{"$ne":null}', []],
  ['  ', [...titles].reverse()],
])('searching for %j', async (search, found) => {
  expect(await find(search)).toEqual(found);
});

test('a search may have 100 characters', async () => {
  const query = 'query ($search: String) { courses(first: 1, search: $search) { edges { cursor } } }';
  const { errors } = await graph().ask(null, query, { search: 'x'.repeat(101) });
  expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
});

test('pages of two, forward and backward, are the whole list in order; cursors are of one asker and one search', async () => {
  const query = `query ($first: Int, $after: String, $last: Int, $before: String, $search: String) {
    courses(first: $first, after: $after, last: $last, before: $before, search: $search) {
      edges { node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const forward = [];
  let after: string | null = null;
  do {
    const { data } = await graph().ask(ada, query, { first: 2, after });
    forward.push(...data.courses.edges);
    after = data.courses.pageInfo.hasNextPage ? data.courses.pageInfo.endCursor : null;
  } while (after);
  expect(forward.map(({ node }) => node.title)).toEqual([...titles].reverse());
  const { data } = await graph().ask(ada, query, { last: 2 });
  expect(data.courses.edges.map((edge: { node: { title: string } }) => edge.node.title)).toEqual(
    titles.slice(0, 2).reverse(),
  );
  const before = data.courses.pageInfo.startCursor;
  for (const [viewer, search] of [
    [person(), null],
    [ada, 'yoga'],
  ] as const) {
    const { errors } = await graph().ask(viewer, query, { last: 2, before, search });
    expect(errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  }
});

test('a course by id or slug: exactly one of them', async () => {
  const query =
    'query ($id: ID, $slug: String) { course(id: $id, slug: $slug) { id slug price { decimal } coach { id } } }';
  const { id, slug, coachId } = courses[0]!;
  const course = { id, slug, price: null, coach: { id: coachId } };
  expect((await graph().ask(null, query, { id })).data).toEqual({ course });
  expect((await graph().ask(null, query, { slug })).data).toEqual({ course });
  for (const variables of [{}, { id, slug }]) {
    expect((await graph().ask(null, query, variables)).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  }
  expect((await graph().ask(null, query, { id: mintId('Course') })).data).toEqual({ course: null });
  const { course: paid } = await publishedCourse(graph().rooms, ada, { title: 'Dear', price: EUROS });
  expect((await graph().ask(null, query, { id: paid.id })).data.course.price).toEqual({ decimal: '49.00' });
});

test('a page of eight courses with everything that hangs on them is as many reads as one course', async () => {
  const { rooms } = graph();
  const ben = person();
  const question = {
    kind: 'SINGLE' as const,
    text: 'x',
    choices: [
      { text: 'a', isCorrect: true },
      { text: 'b', isCorrect: false },
    ],
  };
  for (let n = 0; n < 8; n += 1) {
    const made = await publishedCourse(rooms, ada, {
      title: `Many ${n}`,
      lessons: [{}, { videoMediaId: mintId('Media') }],
    });
    const rules = { expectedVersion: 0, passingPercentage: 100, maxAttempts: 1, questions: [question] };
    granted(await setQuiz(rooms, ada, { lessonId: made.lessons[0]!.id, ...rules }));
    await join(rooms, ben, made.course);
  }
  const { schema } = await buildSubgraph(schemaParts);
  const source = `query ($first: Int) { courses(first: $first, search: "many") { edges { node { title coach { id } lessonCount
    viewerEnrollment { progress completedLessonIds position { seconds } certificate { holderName } course { title } }
    sections { lessons { content video { grant } course { id } quiz { questionCount viewerAttempts { id } } } } } } } }`;
  const readsFor = async (first: number) => {
    let reads = 0;
    const read = new Proxy(rooms.read, {
      get: (target, name: keyof Readers) => {
        reads += 1;
        return target[name];
      },
    });
    const call = { viewer: ben, guest: null, locale: 'en' as const, requestId: 'x', deadline: Deadline.in(5_000), log };
    const contextValue = contextIn({ ...rooms, read })(call);
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { first } });
    expect(errors).toBeUndefined();
    expect((data as { courses: { edges: unknown[] } }).courses.edges).toHaveLength(first);
    return reads;
  };
  const one = await readsFor(1);
  expect(await readsFor(8)).toBe(one);
  expect(one).toBeLessThanOrEqual(10);
});
