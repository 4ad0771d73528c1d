// Posts over the wire: a feed in a handful of questions, pages of comments, and who may do what.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { buildSubgraph } from '@mosaic/kernel/subgraph/build-schema';
import { mintId } from '@mosaic/kernel/values/ids';
import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Post } from '../../src/domain/post.js';
import { contextIn } from '../../src/graphql/context.js';
import { schemaParts } from '../../src/graphql/schema.js';
import { createPost } from '../../src/use-cases/create-post.js';
import { deleteComment } from '../../src/use-cases/delete-comment.js';
import { followUser } from '../../src/use-cases/follow-user.js';
import { likePost } from '../../src/use-cases/like-post.js';
import type { Whatever } from '../lab/answer.js';
import { granted } from '../lab/chat.js';
import { log, openLab, person } from '../lab/open-lab.js';
import { comment, post } from '../lab/posts.js';

const lab = openLab();
const [ada, ben] = [person(), person()];
const posts: Post[] = [];
let schema: GraphQLSchema;

beforeAll(async () => {
  ({ schema } = await buildSubgraph(schemaParts));
  granted(await followUser(lab.rooms(), ada, { userId: ben.id }));
  for (let n = 1; n <= 12; n += 1) {
    const made = await createPost(lab.rooms(), n % 2 ? ada : ben, {
      idempotencyKey: randomUUID(),
      body: `${n}`,
      mediaIds: [mintId('Media')],
    });
    posts.push(granted(made));
  }
  for (const { id } of posts.slice(0, 3)) granted(await likePost(lab.rooms(), ada, { postId: id }));
  for (const { id } of posts) {
    const first = await comment(lab.rooms(), ben, id);
    for (let n = 0; n < 3; n += 1) await comment(lab.rooms(), ada, id, n === 0 ? first.id : undefined);
  }
});

async function ask(viewer: Asker | null, query: string, variables: Record<string, unknown> = {}): Promise<Whatever> {
  const call = { viewer, guest: null, locale: 'en', requestId: 'test', deadline: Deadline.in(5_000), log } as const;
  const contextValue = contextIn(lab.rooms())(call);
  const asking = graphql({ schema, source: query, variableValues: variables, contextValue });
  const { data, errors } = (await asking) as ExecutionResult;
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return data;
}

/** The collections asked while `work` runs. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const { base } = lab.rooms().connection;
  const questions: string[] = [];
  base.set('debug', (collection: string, method: string) => questions.push(`${collection}.${method}`));
  await work();
  base.set('debug', false);
  return questions.sort((a, b) => a.localeCompare(b));
}

const FEED = `query ($first: Int!) { feed(first: $first) { edges { node {
  body likeCount viewerHasLiked commentCount attachments { grant } author { id followerCount followingCount viewerHasFollowed }
  comments(first: 2) { edges { node { body author { id } post { id } parent { id } replies(first: 2) { edges { node { body } } } } }
    pageInfo { hasNextPage endCursor } }
} } } }`;

test('a feed with authors, likes, attachments, comments and their answers is eight questions, for two posts or for twelve', async () => {
  const questions = [
    'comments.aggregate',
    'follow_counts.find',
    'follows.find',
    'follows.find',
    'likes.find',
    'posts.aggregate',
    'posts.find',
    'posts.find',
  ];
  expect(await asked(() => ask(ada, FEED, { first: 2 }))).toEqual(questions);
  expect(await asked(() => ask(ada, FEED, { first: 12 }))).toEqual(questions);
});

test('a feed shows what is there', async () => {
  const { feed } = await ask(ada, FEED, { first: 12 });
  const nodes = feed.edges.map(({ node }: Whatever) => node);
  expect(nodes.map(({ body }: Whatever) => body)).toEqual([...posts].reverse().map(({ body }) => body));
  const { comments, attachments, ...oldest } = nodes.at(-1);
  expect(oldest).toEqual({
    body: '1',
    likeCount: 1,
    viewerHasLiked: true,
    commentCount: 4,
    author: { id: ada.id, followerCount: 0, followingCount: 1, viewerHasFollowed: false },
  });
  expect(attachments).toEqual([{ grant: expect.any(String) }]);
  expect(nodes[0]).toMatchObject({ viewerHasLiked: false, author: { followerCount: 1, viewerHasFollowed: true } });
  expect(comments.pageInfo.hasNextPage).toBe(true);
  expect(comments.edges.map(({ node }: Whatever) => node)).toEqual([
    {
      body: 'well',
      author: { id: ben.id },
      post: { id: posts[0]!.id },
      parent: null,
      replies: { edges: [{ node: { body: 'well' } }] },
    },
    { body: 'well', author: { id: ada.id }, post: { id: posts[0]!.id }, parent: null, replies: { edges: [] } },
  ]);
});

test('pages of comments tile the whole, forwards and backwards, the first page as the others', async () => {
  const { id } = await post(lab.rooms(), ada);
  for (let n = 1; n <= 7; n += 1) await comment(lab.rooms(), ben, id, undefined, `${n}`);
  const query = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { post(id: $id) {
    comments(first: $first, after: $after, last: $last, before: $before) {
      edges { node { body } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  const page = async (args: object) => {
    const { edges, pageInfo } = (await ask(ada, query, { id, ...args })).post.comments;
    return { bodies: edges.map(({ node }: Whatever) => node.body).join(''), ...pageInfo };
  };
  const one = await page({ first: 3 });
  const two = await page({ first: 3, after: one.endCursor });
  const three = await page({ first: 3, after: two.endCursor });
  expect([one, two, three].map(({ bodies, hasNextPage }) => [bodies, hasNextPage])).toEqual([
    ['123', true],
    ['456', true],
    ['7', false],
  ]);
  expect((await page({ last: 3 })).bodies).toBe('567');
  expect((await page({ last: 2, before: two.startCursor })).bodies).toBe('23');
});

test('posts of one author, or of everybody; a post that is gone is null, and so are the words of a tombstone', async () => {
  const cleo = person();
  const { id } = await post(lab.rooms(), cleo, 'mine');
  const list = (args: string) => ask(ada, `{ posts(first: 1${args}) { edges { node { body } } } }`);
  expect((await list(`, authorId: "${cleo.id}"`)).posts.edges).toEqual([{ node: { body: 'mine' } }]);
  expect((await list('')).posts.edges).toEqual([{ node: { body: 'mine' } }]);
  const first = await comment(lab.rooms(), cleo, id, undefined, 'words');
  await comment(lab.rooms(), ada, id, first.id);
  granted(await deleteComment(lab.rooms(), cleo, { commentId: first.id }));
  const tomb = `{ post(id: "${id}") { comments(first: 5) { edges { node { body isDeleted author { id } replyCount } } } } }`;
  const { edges } = (await ask(ada, tomb)).post.comments;
  expect(edges).toEqual([{ node: { body: null, isDeleted: true, author: null, replyCount: 1 } }]);
  expect(await ask(ada, `{ post(id: "${mintId('Post')}") { id } }`)).toEqual({ post: null });
});

test.each(['feed(first: 1) { edges { cursor } }', 'posts(first: 1) { edges { cursor } }', 'post(id: "x") { id }'])(
  '%s is for those who are signed in',
  async (field) => {
    await expect(ask(null, `{ ${field} }`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  },
);
