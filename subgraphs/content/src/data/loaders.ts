// Batches what one request asks for, so that a page of fifty is a handful of queries. Never shared between requests.
import { type Clock, later, type Milliseconds } from '@mosaic/kernel/values/time';
import DataLoader from 'dataloader';
import type { Alert } from '../domain/alert.js';
import type { AlertRule } from '../domain/alert-rule.js';
import type { Comment } from '../domain/comment.js';
import type { FollowCounts } from '../domain/follow.js';
import type { Message } from '../domain/message.js';
import { type Monitor, noReadings, type Reading, type ReadingStats } from '../domain/monitor.js';
import type { Notification } from '../domain/notification.js';
import type { Post } from '../domain/post.js';
import type { PresenceStatus } from '../domain/presence.js';
import type { ReactionCount } from '../domain/reaction.js';
import type { Room } from '../domain/room.js';
import type { RoomMember } from '../domain/room-member.js';
import type { Asker } from './asker.js';
import type { PresenceBoard } from './live/presence-board.js';
import { type CommentPlace, placeName } from './readers/read-posts.js';
import type { Readers } from './readers/readers.js';
import type { Sightings } from './sightings.js';

type ById<T> = DataLoader<string, T | null>;

export interface Loaders {
  room: ById<Room>;
  /** The asker's membership, by room id. */
  membership: ById<RoomMember>;
  message: ById<Message>;
  /** By room. */
  lastMessage: DataLoader<Room, Message | null, string>;
  /** By room id; null when the asker is not a member. */
  unreadCount: ById<number>;
  /** By message id, in the order in which the emoji came; empty when there are none. */
  reactions: DataLoader<string, ReactionCount[]>;
  /** By message id; null when nobody answered. */
  replyCount: ById<number>;
  monitor: ById<Monitor>;
  reading: ById<Reading>;
  /** Over a window that ends when the first of these is asked for. */
  stats: DataLoader<{ readonly monitor: Monitor; readonly window: Milliseconds }, ReadingStats, string>;
  rule: ById<AlertRule>;
  /** By monitor id. */
  rulesOf: DataLoader<string, AlertRule[]>;
  alert: ById<Alert>;
  notification: ById<Notification>;
  post: ById<Post>;
  /** By post id: true when the asker likes it. */
  liked: ById<true>;
  comment: ById<Comment>;
  /** The first so many comments in a place. */
  firstComments: DataLoader<CommentPlace & { readonly limit: number }, Comment[], string>;
  /** By user id; null when there is nothing to count. */
  followCounts: ById<FollowCounts>;
  /** By user id: true when the asker follows them. */
  followed: ById<true>;
  /** Null when Redis is away. */
  status: ById<PresenceStatus>;
  lastSeen: ById<Date>;
}

interface Sources {
  read: Readers;
  presence: PresenceBoard;
  sightings: Sightings;
  clock: Clock;
}

/** Without an asker every loader answers null. */
export function openLoaders({ read, presence, sightings, clock }: Sources, asker: Asker | null): Loaders {
  const keyed = <T>(load: (asker: Asker, keys: readonly string[]) => Promise<ReadonlyMap<string, T>>): ById<T> =>
    new DataLoader(async (keys) => {
      const found = asker ? await load(asker, keys) : new Map<string, T>();
      return keys.map((key) => found.get(key) ?? null);
    });
  const byId = <T extends { id: string }>(load: (asker: Asker, ids: readonly string[]) => Promise<T[]>): ById<T> =>
    keyed(async (who, ids) => indexed(await load(who, ids), ({ id }) => id));

  const room = byId(read.roomsFor);
  const membership = keyed(async (who, ids) => indexed(await read.membershipsOf(who, ids), ({ roomId }) => roomId));
  return {
    room,
    membership,
    message: byId(async (who, ids) => {
      const found = await read.systemMessages(who, ids);
      const rooms = await Promise.all(found.map(({ roomId }) => room.load(roomId)));
      return found.filter((_, at) => rooms[at] !== null);
    }),
    lastMessage: new DataLoader(
      async (rooms) => {
        const found = asker ? await read.lastMessagesOf(asker, rooms) : [];
        const byRoom = indexed(found, ({ roomId }) => roomId);
        return rooms.map(({ id }) => byRoom.get(id) ?? null);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    unreadCount: keyed(async (who, ids) => {
      const own = (await Promise.all(ids.map((id) => membership.load(id)))).filter((one) => one !== null);
      const counts = await read.unreadCounts(who, own);
      return new Map(own.map(({ roomId }) => [roomId, counts.get(roomId) ?? 0]));
    }),
    reactions: new DataLoader(async (ids) => {
      const found = asker ? await read.reactionsTo(asker, ids) : new Map<string, ReactionCount[]>();
      return ids.map((id) => found.get(id) ?? []);
    }),
    replyCount: keyed(read.replyCounts),
    monitor: byId(read.monitorsFor),
    reading: byId(read.readingsFor),
    stats: new DataLoader(
      async (wanted) => {
        const to = clock.now();
        const windows = [...new Set(wanted.map(({ window }) => window))];
        const found = await Promise.all(
          windows.map(async (window) => {
            const monitors = wanted.filter((one) => one.window === window).map(({ monitor }) => monitor);
            return [window, asker && (await read.statsOf(asker, monitors, later(to, -window), to))] as const;
          }),
        );
        const byWindow = new Map(found);
        return wanted.map(({ monitor, window }) => byWindow.get(window)?.get(monitor.id) ?? noReadings);
      },
      { cacheKeyFn: ({ monitor, window }) => `${monitor.id} ${window}` },
    ),
    rule: byId(read.rulesFor),
    rulesOf: new DataLoader(async (ids) => {
      const rules = asker ? await read.rulesOf(asker, ids) : [];
      return ids.map((id) => rules.filter(({ monitorId }) => monitorId === id));
    }),
    alert: byId(read.alertsFor),
    notification: byId(read.notificationsFor),
    post: byId(read.postsById),
    liked: keyed(read.likedBy),
    comment: byId(read.commentsById),
    firstComments: new DataLoader(
      async (wanted) => {
        // Pages of one list are of one size; whoever wants fewer takes fewer.
        const limit = Math.max(...wanted.map((one) => one.limit));
        const found = asker ? await read.firstCommentsIn(asker, wanted, limit) : new Map<string, Comment[]>();
        return wanted.map((one) => (found.get(placeName(one)) ?? []).slice(0, one.limit));
      },
      { cacheKeyFn: (one) => `${placeName(one)} ${one.limit}` },
    ),
    followCounts: byId(read.followCountsOf),
    followed: keyed(read.followedBy),
    status: keyed(async (_, ids) => (await presence.statuses(ids)) ?? new Map()),
    lastSeen: keyed(sightings.lastSeen),
  };
}

const indexed = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> =>
  new Map(rows.map((row) => [keyOf(row), row]));
