// How a Mail is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Mail } from '../../domain/mail.js';
import { User } from '../../domain/user.js';
import { idColumn, idOf, instant } from './columns.js';

const text = { type: 'string', columnType: 'text' } as const;

export const MailRecord = new EntitySchema<Mail>({
  class: Mail,
  tableName: 'mails',
  properties: {
    id: { ...idColumn, primary: true },
    kind: text,
    address: text,
    userId: { ...idOf(() => User, 'user_id'), nullable: true },
    parameters: { type: 'json' },
    tokenSeed: { ...text, nullable: true },
    madeAt: instant,
    dueAt: { ...instant, nullable: true },
    tries: { type: 'integer' },
    expiresAt: instant,
    sentAt: { ...instant, nullable: true },
    problem: { ...text, nullable: true },
  },
  indexes: [
    {
      name: 'mails_due',
      expression: 'create index "mails_due" on "mails" ("due_at", "id") where "due_at" is not null',
    },
    { name: 'mails_over', expression: 'create index "mails_over" on "mails" ("made_at") where "due_at" is null' },
  ],
});
