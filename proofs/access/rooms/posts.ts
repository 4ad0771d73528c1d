// What people tell everybody, what is said about it, and how people are told of things.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import { Person } from '../../lab/person.js';
import type { AccessRoom } from '../room.js';
import type { Stage } from '../stage.js';
import { watchedMonitor } from '../watched-monitor.js';

const aPost = () => ({ body: 'to everybody', mediaIds: [], idempotencyKey: randomUUID() });

const aComment = (postId: string | undefined) => ({ postId, body: 'about it', idempotencyKey: randomUUID() });

const ofPost = ({ ids }: Stage) => ({ postId: ids['Post'] });

const somebody = async ({ router }: Stage) => ({ userId: (await Person.signUp(router, 'Somebody')).id });

export const posts: AccessRoom = {
  async records({ owner }) {
    const { post } = await act<{ post: { id: string } }>(owner, 'createPost', aPost(), 'post { id }');
    const { comment } = await act<{ comment: { id: string } }>(
      owner,
      'addComment',
      aComment(post.id),
      'comment { id }',
    );
    return { Post: post.id, Comment: comment.id };
  },
  nested: {
    Post: '$P { posts(first: 5) { edges { node { @ } } } }',
    Comment: 'post(id: $Post) { comments(first: 5) { edges { node { @ } } } }',
  },
  byId: { Post: 'post' },
  queries: {
    post: 'post(id: $Post) { id }',
    posts: 'posts(first: 1) { pageInfo { hasNextPage } }',
    feed: 'feed(first: 1) { pageInfo { hasNextPage } }',
  },
  inputs: {
    createPost: aPost,
    editPost: async ({ owner, ids }) => {
      const document = 'query ($id: ID!) { post(id: $id) { version } }';
      const { post } = await owner.ask<{ post: { version: number } }>(document, { id: ids['Post'] });
      return { postId: ids['Post'], expectedVersion: post.version, body: 'said better' };
    },
    deletePost: ofPost,
    likePost: ofPost,
    unlikePost: ofPost,
    addComment: ({ ids }) => aComment(ids['Post']),
    deleteComment: ({ ids }) => ({ commentId: ids['Comment'] }),
    followUser: somebody,
    unfollowUser: somebody,
    markNotificationsRead: ({ ids }) => ({ upTo: ids['Notification'] }),
    updateNotificationPreference: () => ({ kind: 'FOLLOWED', inApp: true, byMail: false }),
  },
  streams: {
    notificationAdded: {
      document: 'subscription { notificationAdded { eventId occurredAt } }',
      stir: async (_at, listener) => listener && watchedMonitor(listener),
    },
  },
  endings: ['deleteComment', 'deletePost'],
};
