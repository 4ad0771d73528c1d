import { counted, inBoth } from '@/words/words';

/** What every page of events says: how an event and the people in it stand. */
export const eventWords = inBoth({
  en: {
    status: { DRAFT: 'Draft', PUBLISHED: 'Published', CANCELLED: 'Cancelled' },
    over: 'Over',
    now: 'Now',
    rsvp: {
      UNANSWERED: 'Not answered',
      GOING: 'Going',
      WAITLISTED: 'On the waiting list',
      MAYBE: 'Maybe',
      DECLINED: 'Not coming',
    },
    yours: 'You organise',
    going: (count: number) => `${count} going`,
    seats: (going: number, capacity: number) => `${going} of ${capacity} seats taken`,
    waiting: (count: number) => `${count} on the waiting list`,
    clockThere: (time: string, zone: string) => `${time} (${zone} time)`,
    noPlace: 'The place is not known yet',
  },
  fr: {
    status: { DRAFT: 'Brouillon', PUBLISHED: 'Publié', CANCELLED: 'Annulé' },
    over: 'Terminé',
    now: 'En cours',
    rsvp: {
      UNANSWERED: 'Sans réponse',
      GOING: 'Participe',
      WAITLISTED: 'Sur liste d’attente',
      MAYBE: 'Peut-être',
      DECLINED: 'Ne vient pas',
    },
    yours: 'Vous organisez',
    going: (count: number) => counted(count, 'participant', 'participants'),
    seats: (going: number, capacity: number) => `${counted(going, 'place prise', 'places prises')} sur ${capacity}`,
    waiting: (count: number) => `${count} sur liste d’attente`,
    clockThere: (time: string, zone: string) => `${time} (heure de ${zone})`,
    noPlace: 'Le lieu n’est pas encore connu',
  },
});
