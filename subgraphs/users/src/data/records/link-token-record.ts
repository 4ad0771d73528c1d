// How a LinkToken is stored.
import { EntitySchema } from '@mikro-orm/core';
import { LinkToken } from '../../domain/link-token.js';
import { User } from '../../domain/user.js';
import { idOf, instant } from './columns.js';

export const LinkTokenRecord = new EntitySchema<LinkToken>({
  class: LinkToken,
  tableName: 'link_tokens',
  properties: {
    hash: { type: 'string', columnType: 'text', primary: true },
    userId: { ...idOf(() => User, 'user_id'), index: true },
    purpose: { type: 'string', columnType: 'text' },
    email: { type: 'string', columnType: 'text' },
    expiresAt: instant,
    usedAt: { ...instant, nullable: true },
  },
  indexes: [{ name: 'link_tokens_expires_at', properties: ['expiresAt'] }],
});
