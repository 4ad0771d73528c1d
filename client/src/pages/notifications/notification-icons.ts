// The picture and the colour of each kind of notification.
import {
  Activity,
  Award,
  CalendarCheck,
  CalendarClock,
  CalendarX,
  GraduationCap,
  type LucideIcon,
  MessageCircle,
  Newspaper,
  PackageCheck,
  Sparkles,
  Ticket,
  Undo2,
  UserPlus,
} from 'lucide-react';
import type { NotificationKind } from '@/graph/generated/graphql';

export const notificationIcons: Readonly<Record<NotificationKind, readonly [icon: LucideIcon, color: string]>> = {
  ALERT_OPENED: [Activity, 'red'],
  COMMENT_ADDED: [MessageCircle, 'blue'],
  COMMENT_ANSWERED: [MessageCircle, 'blue'],
  MEDIA_COMMENTED: [MessageCircle, 'blue'],
  FOLLOWED: [UserPlus, 'grape'],
  ORDER_CONFIRMED: [PackageCheck, 'teal'],
  ORDER_REFUNDED: [Undo2, 'teal'],
  APPOINTMENT_REQUESTED: [CalendarClock, 'iris'],
  APPOINTMENT_CONFIRMED: [CalendarCheck, 'iris'],
  APPOINTMENT_RESCHEDULED: [CalendarClock, 'iris'],
  APPOINTMENT_DECLINED: [CalendarX, 'orange'],
  APPOINTMENT_CANCELLED: [CalendarX, 'orange'],
  SEAT_OFFERED: [Ticket, 'pink'],
  ENROLLMENT_STARTED: [GraduationCap, 'green'],
  CERTIFICATE_ISSUED: [Award, 'yellow'],
  COACH_APPROVED: [Sparkles, 'iris'],
  COACH_DECLINED: [Sparkles, 'gray'],
  OTHER: [Newspaper, 'gray'],
};
