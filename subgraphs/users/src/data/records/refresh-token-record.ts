// How a RefreshToken is stored.
import { EntitySchema } from '@mikro-orm/core';
import { RefreshToken } from '../../domain/refresh-token.js';
import { idColumn, instant } from './columns.js';

export const RefreshTokenRecord = new EntitySchema<RefreshToken>({
  class: RefreshToken,
  tableName: 'refresh_tokens',
  properties: {
    hash: { type: 'string', columnType: 'text', primary: true },
    sessionId: idColumn,
    parentHash: { type: 'string', columnType: 'text', nullable: true },
    expiresAt: instant,
    usedAt: { ...instant, nullable: true },
    successorSeed: { type: 'string', columnType: 'text', nullable: true },
  },
  indexes: [{ name: 'refresh_tokens_session', properties: ['sessionId'] }],
  uniques: [{ name: 'refresh_tokens_parent', properties: ['parentHash'] }],
});
