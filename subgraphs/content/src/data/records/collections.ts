// Every collection of this subgraph, each under its own name.

import type { Stored } from '@mosaic/kernel/stores/mongo-stored';
import type { Connection, Model } from 'mongoose';
import type { Alert } from '../../domain/alert.js';
import type { AlertRule } from '../../domain/alert-rule.js';
import type { Comment } from '../../domain/comment.js';
import type { Follow, FollowCounts } from '../../domain/follow.js';
import type { Like } from '../../domain/like.js';
import type { Monitor, Reading } from '../../domain/monitor.js';
import type { Notification, NotificationPreference } from '../../domain/notification.js';
import type { Person } from '../../domain/person.js';
import type { Post } from '../../domain/post.js';
import type { Reaction } from '../../domain/reaction.js';
import type { Room } from '../../domain/room.js';
import type { RoomMember } from '../../domain/room-member.js';
import { alertRuleSchema, alertSchema, monitorSchema, readingSchema } from './monitor-records.js';
import { notificationPreferenceSchema, notificationSchema } from './notification-records.js';
import { personSchema, type SightingRecord, sightingSchema } from './person-record.js';
import { commentSchema, followCountsSchema, followSchema, likeSchema, postSchema } from './post-records.js';
import { type RoomEventRecord, reactionSchema, roomEventSchema, roomMemberSchema, roomSchema } from './room-records.js';
import { type TopicEventRecord, type TopicRecord, topicEventSchema, topicSchema } from './topic-records.js';

export type Collection<R> = Model<R>;

export function collectionsOf(connection: Connection) {
  const collection = <R>(name: string, schema: object): Collection<R> =>
    connection.model(name, schema as never, name) as unknown as Collection<R>;
  return {
    rooms: collection<Stored<Room>>('rooms', roomSchema),
    roomMembers: collection<Stored<RoomMember>>('room_members', roomMemberSchema),
    roomEvents: collection<RoomEventRecord>('room_events', roomEventSchema),
    reactions: collection<Stored<Reaction>>('reactions', reactionSchema),
    topics: collection<TopicRecord>('topics', topicSchema),
    topicEvents: collection<TopicEventRecord>('topic_events', topicEventSchema),
    monitors: collection<Stored<Monitor>>('monitors', monitorSchema),
    readings: collection<Stored<Reading>>('readings', readingSchema),
    alertRules: collection<Stored<AlertRule>>('alert_rules', alertRuleSchema),
    alerts: collection<Stored<Alert>>('alerts', alertSchema),
    notifications: collection<Stored<Notification>>('notifications', notificationSchema),
    notificationPreferences: collection<Stored<NotificationPreference>>(
      'notification_preferences',
      notificationPreferenceSchema,
    ),
    posts: collection<Stored<Post>>('posts', postSchema),
    comments: collection<Stored<Comment>>('comments', commentSchema),
    likes: collection<Stored<Like>>('likes', likeSchema),
    follows: collection<Stored<Follow>>('follows', followSchema),
    followCounts: collection<Stored<FollowCounts>>('follow_counts', followCountsSchema),
    people: collection<Stored<Person>>('people', personSchema),
    sightings: collection<SightingRecord>('sightings', sightingSchema),
  } as const;
}

export type Collections = ReturnType<typeof collectionsOf>;

/** Creates what is missing; throws when an index cannot be what the code relies on. */
export async function ensureCollections(collections: Collections): Promise<void> {
  for (const collection of Object.values(collections)) {
    await collection.createCollection();
    await collection.createIndexes();
  }
}
