// Somebody has something to know, and wants it by mail too.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { notificationAdded } from '@mosaic/schema/events/content';
import type { z } from 'zod';
import type { Unit } from '../data/unit-of-work.js';
import { mailNotification } from '../use-cases/mail-notification.js';

type Added = z.infer<typeof notificationAdded.payload>;

export const onNotificationAdded: Reaction<Unit> = {
  on: notificationAdded,
  name: 'mail a notification',
  async react({ payload }: OutboxEvent<Added>, unit) {
    if (payload.byMail) await mailNotification(unit, payload);
  },
};
