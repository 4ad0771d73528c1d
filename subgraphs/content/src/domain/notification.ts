// A notification: something a person is told once. The dedupe key makes "once" true, whoever tries to tell it again.
import type { Id } from '@mosaic/kernel/values/ids';

export type NotificationKind = 'ALERT_OPENED';

export class Notification {
  id: Id<'Notification'>;
  userId: Id<'User'>;
  kind: NotificationKind;
  dedupeKey: string;
  alertId: Id<'Alert'>;
  createdAt: Date;
}
