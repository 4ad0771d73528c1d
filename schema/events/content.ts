// What the content subgraph tells the others.
import { defineEvent } from '@mosaic/kernel/outbox/event';
import { z } from 'zod';

/** A monitor's rule was breached and an alert is open now. Key: the alert's id. */
export const alertOpened = defineEvent(
  'AlertOpened',
  1,
  z.object({
    alertId: z.string(),
    monitorId: z.string(),
    ownerId: z.string(),
    value: z.number(),
    threshold: z.number(),
    monitorName: z.string(),
  }),
);

/** Somebody has something new to know; users, who knows addresses, also mails it when `byMail`. Key: the person's id. */
export const notificationAdded = defineEvent(
  'NotificationAdded',
  1,
  z.object({
    notificationId: z.string(),
    userId: z.string(),
    kind: z.string(),
    /** What it is about, as a global id. */
    subjectId: z.string(),
    /** What the sentence speaks of, by name. */
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
    byMail: z.boolean(),
  }),
);

/** Somebody said something about a post, or answered such a comment. Key: the post's id. */
export const commentAdded = defineEvent(
  'CommentAdded',
  1,
  z.object({
    postId: z.string(),
    commentId: z.string(),
    authorId: z.string(),
    postAuthorId: z.string(),
    /** Who is answered; null for a comment on the post itself. */
    parentAuthorId: z.string().nullable(),
  }),
);

/** Somebody follows somebody. Key: the id of the one who is followed. */
export const userFollowed = defineEvent(
  'UserFollowed',
  1,
  z.object({ followerId: z.string(), followedId: z.string() }),
);
