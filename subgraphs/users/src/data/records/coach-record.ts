// How a Coach is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Coach } from '../../domain/coach.js';
import { User } from '../../domain/user.js';
import { idColumn, idOf, instant } from './columns.js';

const text = { type: 'string', columnType: 'text' } as const;

export const CoachRecord = new EntitySchema<Coach>({
  class: Coach,
  tableName: 'coaches',
  properties: {
    id: { ...idColumn, primary: true },
    userId: idOf(() => User, 'user_id'),
    sortName: text,
    headline: text,
    bio: text,
    rateMinor: { type: 'integer' },
    rateCurrency: text,
    timeZone: text,
    specialtyIds: { type: 'string[]', columnType: 'text[]' },
    standing: text,
    decisionReason: text,
    searchText: text,
    version: { type: 'integer' },
    createdAt: instant,
  },
  uniques: [{ name: 'coaches_user', properties: ['userId'] }],
  indexes: [
    { name: 'coaches_directory', properties: ['standing', 'sortName', 'id'] },
    {
      name: 'coaches_search',
      expression: 'create index "coaches_search" on "coaches" using gin ("search_text" gin_trgm_ops)',
    },
    {
      name: 'coaches_specialties',
      expression: 'create index "coaches_specialties" on "coaches" using gin ("specialty_ids")',
    },
  ],
});
