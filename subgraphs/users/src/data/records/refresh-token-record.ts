// How a RefreshToken is stored.
import { EntitySchema } from '@mikro-orm/core';
import { RefreshToken } from '../../domain/refresh-token.js';
import { Session } from '../../domain/session.js';
import { idOf, instant } from './columns.js';

export const RefreshTokenRecord = new EntitySchema<RefreshToken>({
  class: RefreshToken,
  tableName: 'refresh_tokens',
  properties: {
    hash: { type: 'string', columnType: 'text', primary: true },
    sessionId: { ...idOf(() => Session, 'session_id'), index: true },
    parentHash: { type: 'string', columnType: 'text', nullable: true },
    expiresAt: instant,
    usedAt: { ...instant, nullable: true },
    successorSeed: { type: 'string', columnType: 'text', nullable: true },
  },
  uniques: [{ name: 'refresh_tokens_parent', properties: ['parentHash'] }],
});
