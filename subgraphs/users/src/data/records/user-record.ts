// How a User is stored.
import { EntitySchema } from '@mikro-orm/core';
import { User } from '../../domain/user.js';
import { idColumn, instant } from './columns.js';

export const UserRecord = new EntitySchema<User>({
  class: User,
  tableName: 'users',
  properties: {
    id: { ...idColumn, primary: true },
    email: { type: 'string', columnType: 'text' },
    emailVerifiedAt: { ...instant, nullable: true },
    displayName: { type: 'string', columnType: 'text' },
    sortName: { type: 'string', columnType: 'text' },
    bio: { type: 'string', columnType: 'text' },
    locale: { type: 'string', columnType: 'text' },
    role: { type: 'string', columnType: 'text' },
    status: { type: 'string', columnType: 'text', default: 'ACTIVE' },
    version: { type: 'integer' },
    createdAt: instant,
  },
  indexes: [
    { name: 'users_email', expression: 'create unique index "users_email" on "users" (lower("email"))' },
    { name: 'users_directory', properties: ['sortName', 'id'] },
    { name: 'users_created_at', properties: ['createdAt'] },
    {
      name: 'users_email_search',
      expression: 'create index "users_email_search" on "users" using gin (lower("email") gin_trgm_ops)',
    },
    { name: 'users_search', expression: 'create index "users_search" on "users" using gin ("sort_name" gin_trgm_ops)' },
  ],
});
