// How albums and what we know of events and coaches are kept.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Album } from '../../domain/album.js';
import { Audience, CoachStanding } from '../../domain/audience.js';

const text = { type: String, required: true };
const date = { type: Date, required: true };
const ids = { type: [String], required: true } as never;

export const albumSchema = schemaFor(Album, {
  ownerId: text,
  title: text,
  mediaIds: ids,
  userIds: ids,
  eventIds: ids,
  createdAt: date,
  version: { type: Number, required: true },
});
albumSchema.index({ ownerId: 1, createdAt: -1, _id: -1 });
albumSchema.index({ mediaIds: 1 });
albumSchema.index({ userIds: 1 });
albumSchema.index({ eventIds: 1 });

export const audienceSchema = schemaFor(Audience, { userIds: ids, knownAt: date });
audienceSchema.index({ userIds: 1 });

export const coachStandingSchema = schemaFor(CoachStanding, {
  isApproved: { type: Boolean, required: true },
  knownAt: date,
});
