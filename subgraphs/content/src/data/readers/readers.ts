// Every reader of this subgraph under one roof.
import type { Collections } from '../records/collections.js';
import { readActivity } from './read-activity.js';
import { readAlerts } from './read-alerts.js';
import { readFollows } from './read-follows.js';
import { readMessages } from './read-messages.js';
import { readMonitors } from './read-monitors.js';
import { readNotifications } from './read-notifications.js';
import { readPosts } from './read-posts.js';
import { readReactions } from './read-reactions.js';
import { readRooms } from './read-rooms.js';

export type Readers = ReturnType<typeof readersOf>;

export const readersOf = (collections: Collections) =>
  ({
    ...readRooms(collections),
    ...readMessages(collections),
    ...readReactions(collections),
    ...readMonitors(collections),
    ...readAlerts(collections),
    ...readNotifications(collections),
    ...readActivity(collections),
    ...readPosts(collections),
    ...readFollows(collections),
  }) as const;
