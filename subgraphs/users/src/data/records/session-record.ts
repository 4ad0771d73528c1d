// How a Session is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Session } from '../../domain/session.js';
import { User } from '../../domain/user.js';
import { idColumn, idOf, instant } from './columns.js';

export const SessionRecord = new EntitySchema<Session>({
  class: Session,
  tableName: 'sessions',
  properties: {
    id: { ...idColumn, primary: true },
    userId: idOf(() => User, 'user_id'),
    device: { type: 'string', columnType: 'text' },
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    endedAt: { ...instant, nullable: true },
  },
  indexes: [
    { name: 'sessions_last_seen_at', properties: ['lastSeenAt'] },
    {
      name: 'sessions_living',
      expression: 'create index "sessions_living" on "sessions" ("user_id", "last_seen_at") where "ended_at" is null',
    },
  ],
});
