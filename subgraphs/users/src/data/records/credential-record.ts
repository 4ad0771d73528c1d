// How a Credential is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Credential } from '../../domain/credential.js';
import { User } from '../../domain/user.js';
import { idOf, instant } from './columns.js';

export const CredentialRecord = new EntitySchema<Credential>({
  class: Credential,
  tableName: 'credentials',
  properties: {
    userId: { ...idOf(() => User, 'user_id'), primary: true },
    passwordHash: { type: 'string', columnType: 'text' },
    changedAt: instant,
  },
});
