// What people were told, and how they want to be told.

import { schemaFor } from '@mosaic/kernel/stores/mongo-stored';
import { Schema } from 'mongoose';
import { Notification, NotificationPreference } from '../../domain/notification.js';

const text = { type: String, required: true };

export const notificationSchema = schemaFor(Notification, {
  userId: text,
  kind: text,
  dedupeKey: text,
  subjectId: text,
  parameters: { type: Schema.Types.Mixed, required: true },
  createdAt: { type: Date, required: true },
  readAt: { type: Date, default: null },
  seq: { type: Number, default: null },
});
notificationSchema.index({ dedupeKey: 1 }, { unique: true });
notificationSchema.index({ userId: 1, seq: -1, _id: -1 });
// How many are unread, without looking at those that are.
notificationSchema.index({ userId: 1, readAt: 1, seq: 1 });

export const notificationPreferenceSchema = schemaFor(NotificationPreference, {
  userId: text,
  kind: text,
  isInApp: { type: Boolean, required: true },
  isByMail: { type: Boolean, required: true },
});
notificationPreferenceSchema.index({ userId: 1, kind: 1 }, { unique: true });
