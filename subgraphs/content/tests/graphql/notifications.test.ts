// The inbox over the wire: live and resumable, generic for kinds and subjects nobody knew, and its owner's alone.
import { randomUUID } from 'node:crypto';
import { mintId } from '@mosaic/kernel/values/ids';
import { createConnection } from 'mongoose';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { refusalOf, run } from '../lab/operations.js';

const graph = openGraph();
const LISTEN = `subscription ($after: ID) { notificationAdded(after: $after) {
  eventId notification { kind title subject { __typename id } parameters { name value } readAt }
} }`;
const createPost = async (who: Asker) =>
  (await run(graph(), who, 'createPost', { idempotencyKey: randomUUID(), body: 'news' }, 'post { id }')).post.id;
const say = async (who: Asker, postId: string) =>
  (await run(graph(), who, 'addComment', { idempotencyKey: randomUUID(), postId, body: 'x' }, 'comment { id }')).comment
    .id;
const INBOX = `unreadNotificationCount notifications(first: 9) { edges { node {
  id kind title subject { __typename id } parameters { name value } readAt } } }`;
const inbox = async (who: Asker) => graph().entity(who, 'User', who.id, INBOX);

test('what is told comes live with what it is about, and is replayed from a cursor for its owner alone', async () => {
  const [ada, ben] = [person(), person()];
  const { latestNotificationEventId: after } = await graph().entity(ada, 'User', ada.id, 'latestNotificationEventId');
  const ear = graph().listen(ada, LISTEN, { after });
  const postId = await createPost(ada);
  const commentId = await say(ben, postId);
  await run(graph(), ben, 'followUser', { userId: ada.id }, 'user { followerCount }');
  await ear.heard(2);
  const told = (kind: string, title: string, subject: object) => ({
    kind,
    title,
    subject,
    parameters: [],
    readAt: null,
  });
  expect(ear.events.map(({ notification }) => notification)).toEqual([
    told('COMMENT_ADDED', 'A new comment on your post', { __typename: 'Comment', id: commentId }),
    told('FOLLOWED', 'A new follower', { __typename: 'User', id: ben.id }),
  ]);
  const again = graph().listen(ada, LISTEN, { after: ear.events[0].eventId });
  await again.heard(1);
  expect(again.events).toEqual(ear.events.slice(1));
  for (const [who, code] of [
    [ben, 'BAD_CURSOR'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const refused = graph().listen(who, LISTEN, { after: ear.events[0].eventId });
    await refused.until(({ endings }) => endings.length > 0);
    expect([refused.endings, refused.events]).toEqual([[code], []]);
  }
});

test('kinds and subjects of another version are shown as news, without failing the page', async () => {
  const ada = person();
  const connection = await createConnection(graph().config.MONGODB_URL.reveal()).asPromise();
  const rows = connection.collection<{ _id: string }>('notifications');
  const row = (seq: number, kind: string, subjectId: string, parameters: object) => {
    const [_id, dedupeKey] = [mintId('Notification'), `${kind} ${randomUUID()}`];
    return { _id, userId: ada.id, kind, dedupeKey, subjectId, parameters, createdAt: new Date(), readAt: null, seq };
  };
  const orderId = mintId('Order');
  await rows.insertMany([
    row(1, 'FROM_THE_FUTURE', mintId('Spaceship'), { title: 'Lift-off', count: 3 }),
    row(2, 'ORDER_CONFIRMED', orderId, {}),
    row(3, 'COMMENT_ADDED', mintId('Comment'), {}),
  ]);
  await connection.close();
  const { notifications, unreadNotificationCount } = await inbox(ada);
  expect(unreadNotificationCount).toBe(3);
  const shown = notifications.edges.map(({ node: { id: _, ...node } }: { node: { id: string } }) => node);
  expect(shown).toEqual([
    { kind: 'COMMENT_ADDED', title: 'A new comment on your post', subject: null, parameters: [], readAt: null },
    {
      kind: 'ORDER_CONFIRMED',
      title: 'Your order is confirmed',
      subject: { __typename: 'Order', id: orderId },
      parameters: [],
      readAt: null,
    },
    {
      kind: 'OTHER',
      title: 'There is news: Lift-off',
      subject: null,
      parameters: [
        { name: 'title', value: 'Lift-off' },
        { name: 'count', value: '3' },
      ],
      readAt: null,
    },
  ]);
});

test('an inbox is marked and tuned by its owner, and closed to everybody else', async () => {
  const [ada, ben] = [person(), person()];
  const postId = await createPost(ada);
  for (let n = 0; n < 3; n += 1) await say(ben, postId);
  const [newest, middle] = (await inbox(ada)).notifications.edges.map(({ node }: { node: { id: string } }) => node.id);
  const marked = await run(graph(), ada, 'markNotificationsRead', { upTo: middle }, 'user { unreadNotificationCount }');
  expect(marked.user).toEqual({ unreadNotificationCount: 1 });
  expect(await refusalOf(graph(), ben, 'markNotificationsRead', { upTo: newest })).toBe('NOT_FOUND');
  const wish = { kind: 'COMMENT_ADDED', inApp: false, byMail: true };
  const fields = 'notificationPreference { kind isInApp isByMail }';
  expect(await run(graph(), ada, 'updateNotificationPreference', wish, fields)).toMatchObject({
    notificationPreference: { kind: 'COMMENT_ADDED', isInApp: false, isByMail: true },
  });
  expect(await refusalOf(graph(), ada, 'updateNotificationPreference', { ...wish, kind: 'OTHER' })).toBe('BAD_INPUT');
  const own = `unreadNotificationCount latestNotificationEventId notificationPreferences { kind isInApp isByMail }`;
  const { notificationPreferences } = await graph().entity(ada, 'User', ada.id, own);
  expect(notificationPreferences[1]).toEqual({ kind: 'COMMENT_ADDED', isInApp: false, isByMail: true });
  const closed = { unreadNotificationCount: null, latestNotificationEventId: null, notificationPreferences: null };
  expect(await graph().entity(ben, 'User', ada.id, own)).toEqual(closed);
  const social = 'followerCount followingCount viewerHasFollowed posts(first: 1) { edges { node { body } } }';
  expect(await graph().entity(ben, 'User', ada.id, social)).toMatchObject({
    followerCount: 0,
    viewerHasFollowed: false,
  });
  for (const [type, id] of [
    ['User', ada.id],
    ['Post', postId],
    ['Notification', newest],
  ] as const)
    expect(await graph().entity(null, type, id)).toBeNull();
  expect(await graph().entity(ben, 'Post', postId)).toEqual({ id: postId });
  expect(await graph().entity(ben, 'Notification', newest)).toBeNull();
});

test.each([
  ['createPost', { idempotencyKey: randomUUID(), body: 'x' }],
  ['editPost', { postId: 'x', expectedVersion: 1, body: 'x' }],
  ['deletePost', { postId: 'x' }],
  ['likePost', { postId: 'x' }],
  ['unlikePost', { postId: 'x' }],
  ['addComment', { idempotencyKey: randomUUID(), postId: 'x', body: 'x' }],
  ['deleteComment', { commentId: 'x' }],
  ['followUser', { userId: 'x' }],
  ['unfollowUser', { userId: 'x' }],
  ['addReaction', { messageId: 'x', emoji: '👍' }],
  ['removeReaction', { messageId: 'x', emoji: '👍' }],
  ['markNotificationsRead', { upTo: 'x' }],
  ['updateNotificationPreference', { kind: 'FOLLOWED', inApp: true, byMail: true }],
])('%s needs somebody who is signed in', async (name, input) => {
  await expect(refusalOf(graph(), null, name, input)).rejects.toThrow('UNAUTHENTICATED');
});
