// A notification: something a person is told once. The dedupe key makes "once" true, whoever tries to tell it again.
import type { Id } from '@mosaic/kernel/values/ids';

/** Every kind this version has words for, and whether it is mailed unless its recipient says otherwise. */
export const kinds = {
  ALERT_OPENED: { byMail: true },
  COMMENT_ADDED: { byMail: false },
  COMMENT_ANSWERED: { byMail: false },
  FOLLOWED: { byMail: false },
  ORDER_CONFIRMED: { byMail: true },
  ORDER_REFUNDED: { byMail: true },
  APPOINTMENT_REQUESTED: { byMail: true },
  APPOINTMENT_CONFIRMED: { byMail: true },
  APPOINTMENT_DECLINED: { byMail: true },
  APPOINTMENT_RESCHEDULED: { byMail: true },
  APPOINTMENT_CANCELLED: { byMail: true },
  SEAT_OFFERED: { byMail: true },
  ENROLLMENT_STARTED: { byMail: true },
  CERTIFICATE_ISSUED: { byMail: true },
  MEDIA_COMMENTED: { byMail: false },
  COACH_APPROVED: { byMail: true },
  COACH_DECLINED: { byMail: true },
} as const satisfies Record<string, { readonly byMail: boolean }>;

export type NotificationKind = keyof typeof kinds;

export const isKnownKind = (kind: string): kind is NotificationKind => Object.hasOwn(kinds, kind);

export type Parameters = Readonly<Record<string, string | number>>;

export class Notification {
  id: Id<'Notification'>;
  userId: Id<'User'>;
  /** A NotificationKind, or a word of another version of this software. */
  kind: string;
  dedupeKey: string;
  /** What it is about: the id of anything in the graph. */
  subjectId: string;
  parameters: Parameters;
  createdAt: Date;
  readAt: Date | null;
  /** Position in the log of its recipient's notifications; null for one that is only mailed. */
  seq: number | null;
}

/** What the log of a person's notifications says. */
export interface NotificationEntry {
  readonly notificationId: Id<'Notification'>;
}

export class NotificationPreference {
  /** `<user id> <kind>`. */
  id: string;
  userId: Id<'User'>;
  kind: NotificationKind;
  /** Whether such notifications come into the inbox. */
  isInApp: boolean;
  /** Whether they are mailed. */
  isByMail: boolean;
}

export const preferenceId = (userId: string, kind: string): string => `${userId} ${kind}`;

/** What holds for somebody who never said anything. */
export const defaultPreference = (userId: Id<'User'>, kind: NotificationKind): NotificationPreference =>
  Object.assign(new NotificationPreference(), {
    id: preferenceId(userId, kind),
    userId,
    kind,
    isInApp: true,
    isByMail: kinds[kind].byMail,
  });
