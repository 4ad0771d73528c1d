// What is kept of people, and when each was last seen.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Schema } from 'mongoose';
import { Person } from '../../domain/person.js';

export const personSchema = schemaFor(Person, {
  displayName: { type: String, required: true },
  foldedName: { type: String, required: true },
  locale: { type: String, required: true },
  knownAt: { type: Date, required: true },
});

export interface SightingRecord {
  _id: string;
  lastSeenAt: Date;
}

export const sightingSchema = new Schema(
  { _id: String, lastSeenAt: { type: Date, required: true } },
  { versionKey: false, id: false, strict: 'throw', strictQuery: 'throw' },
);
