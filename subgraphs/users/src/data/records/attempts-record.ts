// How Attempts are stored.
import { EntitySchema } from '@mikro-orm/core';
import { Attempts } from '../../domain/attempts.js';
import { instant } from './columns.js';

export const AttemptsRecord = new EntitySchema<Attempts>({
  class: Attempts,
  tableName: 'sign_in_attempts',
  properties: {
    account: { type: 'string', columnType: 'text', primary: true },
    count: { type: 'integer' },
    windowEndsAt: instant,
  },
  indexes: [{ name: 'sign_in_attempts_window', properties: ['windowEndsAt'] }],
});
