// The parts of this subgraph's schema.
import './types/user-type.js';
import './types/room-types.js';
import './types/monitor-types.js';
import './types/post-types.js';
import type { SchemaParts } from '@mosaic/kernel/subgraph/build-schema';
import { Notification } from '../domain/notification.js';
import { User } from '../domain/user.js';
import type { ContentContext } from './context.js';
import { DashboardFields, DashboardType } from './dashboard-fields.js';
import { FollowFields } from './follow-fields.js';
import { MessageFields } from './message-fields.js';
import { AlertFields, AlertRuleFields, MonitorFields } from './monitor-fields.js';
import { mutations } from './mutations.js';
import { InboxFields, NotificationFields } from './notification-fields.js';
import { CommentFields, PostFields } from './post-fields.js';
import { PostQueries } from './post-queries.js';
import { Queries } from './queries.js';
import { references } from './references.js';
import { RoomFields, RoomMemberFields } from './room-fields.js';
import {
  AlertChangedFields,
  InboxChangedFields,
  MessageChangedFields,
  NotificationAddedFields,
  Subscriptions,
} from './subscriptions.js';
import { subjectStubs } from './types/notification-types.js';
import { UserFields } from './user-fields.js';

export const schemaParts: SchemaParts<ContentContext> = {
  resolvers: [
    Queries,
    PostQueries,
    ...mutations,
    UserFields,
    FollowFields,
    RoomFields,
    RoomMemberFields,
    MessageFields,
    PostFields,
    CommentFields,
    MonitorFields,
    AlertRuleFields,
    AlertFields,
    NotificationFields,
    InboxFields,
    DashboardFields,
    Subscriptions,
    MessageChangedFields,
    InboxChangedFields,
    AlertChangedFields,
    NotificationAddedFields,
  ],
  references,
  orphanedTypes: [User, Notification, DashboardType, ...subjectStubs.values()],
};
