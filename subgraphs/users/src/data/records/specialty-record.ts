// How a Specialty is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Specialty } from '../../domain/specialty.js';
import { idColumn, instant } from './columns.js';

const text = { type: 'string', columnType: 'text' } as const;

export const SpecialtyRecord = new EntitySchema<Specialty>({
  class: Specialty,
  tableName: 'specialties',
  properties: {
    id: { ...idColumn, primary: true },
    nameEn: text,
    nameFr: text,
    foldedEn: text,
    foldedFr: text,
    archivedAt: { ...instant, nullable: true },
    createdAt: instant,
  },
  uniques: [
    { name: 'specialties_folded_en', properties: ['foldedEn'] },
    { name: 'specialties_folded_fr', properties: ['foldedFr'] },
  ],
});
