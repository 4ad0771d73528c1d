import { gql, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { beforeEach, describe, expect, it } from 'vitest';
import { greeting } from '../../src/pages/home/greeting';
import { placeComment, takeCommentBack } from '../../src/parts/posts/place-comment';
import { dropGone, placePost } from '../../src/parts/posts/place-post';

const connection = relayStylePagination();
const news = gql`{ feed { edges { node { id commentCount comments { edges { node { id replyCount body } } } } } } }`;
const post = (id: string, comments: readonly unknown[] = []) => ({
  __typename: 'Post',
  id,
  commentCount: comments.length,
  comments: { __typename: 'CommentConnection', edges: comments.map((node) => ({ __typename: 'CommentEdge', node })) },
});
const comment = (id: string, replyCount = 0) => ({ __typename: 'Comment', id, replyCount, body: 'said' });

let cache: InMemoryCache;
type Shown = { feed: { edges: { node: ReturnType<typeof post> }[] } };
const posts = () => cache.readQuery<Shown>({ query: news })?.feed.edges.map(({ node }) => node) ?? [];
const commentsOf = (at: number) => posts()[at]?.comments.edges.map(({ node }) => node);

beforeEach(() => {
  const paged = { comments: connection, replies: connection };
  cache = new InMemoryCache({
    typePolicies: { Query: { fields: { feed: connection } }, Post: { fields: paged }, Comment: { fields: paged } },
  });
  const edges = [post('p1', [comment('c1'), comment('c2', 1)])].map((node) => ({ __typename: 'PostEdge', node }));
  cache.writeQuery({ query: news, data: { feed: { __typename: 'PostConnection', edges } } });
});

describe('what is told', () => {
  it('stands on top of the news, and goes when it is taken back', () => {
    cache.writeFragment({
      fragment: gql`fragment P on Post { id commentCount comments { edges { node { id } } } }`,
      data: post('p2'),
    });
    placePost(cache, 'p2', 'u1');
    expect(posts().map(({ id }) => id)).toEqual(['p2', 'p1']);
    dropGone(cache, 'Post', 'p1');
    expect(posts().map(({ id }) => id)).toEqual(['p2']);
  });

  it('has comments at its end, and counts them', () => {
    cache.writeFragment({ fragment: gql`fragment C on Comment { id replyCount body }`, data: comment('c3') });
    placeComment(cache, 'c3', 'p1');
    expect(commentsOf(0)?.map((one) => (one as { id: string }).id)).toEqual(['c1', 'c2', 'c3']);
    expect(posts()[0]?.commentCount).toBe(3);
  });

  it('counts an answer at the post and at what it answers, without another line', () => {
    placeComment(cache, 'c9', 'p1', 'c1');
    expect(posts()[0]?.commentCount).toBe(3);
    expect(commentsOf(0)).toEqual([comment('c1', 1), comment('c2', 1)]);
  });

  it('loses a comment; one that was answered keeps its place without its words', () => {
    takeCommentBack(cache, { id: 'c1', postId: 'p1', parentId: undefined, replyCount: 0 });
    expect(commentsOf(0)).toEqual([comment('c2', 1)]);
    takeCommentBack(cache, { id: 'c2', postId: 'p1', parentId: undefined, replyCount: 1 });
    expect(commentsOf(0)).toEqual([{ ...comment('c2', 1), body: null }]);
    expect(posts()[0]?.commentCount).toBe(0);
  });
});

describe('greeting', () => {
  it('depends on the hour', () => {
    expect([4, 5, 11, 12, 17, 18, 23].map(greeting)).toEqual([
      ...['evening', 'morning', 'morning', 'day', 'day', 'evening', 'evening'],
    ]);
  });
});
