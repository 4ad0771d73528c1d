// What a notification says, in one line and in the viewer's language. A kind that this version has no words for is news, too.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import { isKnownKind, type Notification, type NotificationKind } from './notification.js';

type Titles = Readonly<Record<NotificationKind | 'OTHER', string>>;

/** `{name}` stands for a parameter; a part in brackets is left out when its parameter is not known. */
const titles: Readonly<Record<Locale, Titles>> = {
  en: {
    ALERT_OPENED: 'An alert is open[: {monitor}]',
    COMMENT_ADDED: '[{actor}: ]a new comment on your post',
    COMMENT_ANSWERED: '[{actor}: ]an answer to your comment',
    FOLLOWED: '[{actor}: ]a new follower',
    ORDER_CONFIRMED: 'Your order is confirmed',
    ORDER_REFUNDED: 'Money for your order is on its way back',
    APPOINTMENT_REQUESTED: '[{actor}: ]a request for an appointment',
    APPOINTMENT_CONFIRMED: 'An appointment is confirmed',
    APPOINTMENT_DECLINED: 'An appointment was declined',
    APPOINTMENT_RESCHEDULED: 'An appointment has another time',
    APPOINTMENT_CANCELLED: 'An appointment was cancelled',
    SEAT_OFFERED: 'A seat is free for you[: {title}]',
    ENROLLMENT_STARTED: 'Your course can begin[: {title}]',
    CERTIFICATE_ISSUED: 'You have a certificate[: {title}]',
    MEDIA_COMMENTED: '[{actor}: ]a new comment on your picture',
    COACH_APPROVED: 'You are a coach now',
    COACH_DECLINED: 'Your application as a coach was declined',
    OTHER: 'There is news[: {title}]',
  },
  fr: {
    ALERT_OPENED: 'Une alerte est ouverte[ : {monitor}]',
    COMMENT_ADDED: '[{actor} : ]un nouveau commentaire sur votre publication',
    COMMENT_ANSWERED: '[{actor} : ]une réponse à votre commentaire',
    FOLLOWED: '[{actor} : ]une nouvelle personne vous suit',
    ORDER_CONFIRMED: 'Votre commande est confirmée',
    ORDER_REFUNDED: 'Votre commande est remboursée',
    APPOINTMENT_REQUESTED: '[{actor} : ]une demande de rendez-vous',
    APPOINTMENT_CONFIRMED: 'Un rendez-vous est confirmé',
    APPOINTMENT_DECLINED: 'Un rendez-vous a été refusé',
    APPOINTMENT_RESCHEDULED: 'Un rendez-vous a changé d’horaire',
    APPOINTMENT_CANCELLED: 'Un rendez-vous est annulé',
    SEAT_OFFERED: 'Une place s’est libérée pour vous[ : {title}]',
    ENROLLMENT_STARTED: 'Votre formation peut commencer[ : {title}]',
    CERTIFICATE_ISSUED: 'Vous avez un certificat[ : {title}]',
    MEDIA_COMMENTED: '[{actor} : ]un nouveau commentaire sur votre photo',
    COACH_APPROVED: 'Vous voilà coach',
    COACH_DECLINED: 'Votre candidature de coach n’a pas été retenue',
    OTHER: 'Il y a du nouveau[ : {title}]',
  },
};

export function titleOf({ kind, parameters }: Pick<Notification, 'kind' | 'parameters'>, locale: Locale): string {
  const pattern = titles[locale][isKnownKind(kind) ? kind : 'OTHER'];
  const title = pattern.replace(/\[([^\]]*?)\{(\w+)\}([^\]]*)\]/, (_, before: string, name: string, behind: string) => {
    const value = parameters[name];
    return value === undefined ? '' : `${before}${value}${behind}`;
  });
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}
