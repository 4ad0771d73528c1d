import { inBoth } from '@/words/words';

export const shareWords = inBoth({
  en: {
    heading: 'Share this album',
    people: 'People',
    share: 'Share',
    sharedWith: 'They see it',
    nobody: 'So far only you see it, and the people of events it is shared with.',
    stop: (name: string) => `Stop sharing with ${name}`,
    event: 'Everybody of an event',
    eventText: 'Who is invited later sees it too.',
    shareEvent: 'Share with the event',
    stopEvent: 'Stop sharing',
    sharedEvent: 'The people of the event see this album now.',
    stoppedEvent: 'The people of the event do not see this album by it any more.',
  },
  fr: {
    heading: 'Partager cet album',
    people: 'Personnes',
    share: 'Partager',
    sharedWith: 'Elles le voient',
    nobody: 'Pour l’instant, vous seul(e) le voyez, ainsi que les personnes des événements avec qui il est partagé.',
    stop: (name: string) => `Ne plus partager avec ${name}`,
    event: 'Toutes les personnes d’un événement',
    eventText: 'Les personnes invitées plus tard le verront aussi.',
    shareEvent: 'Partager avec l’événement',
    stopEvent: 'Ne plus partager',
    sharedEvent: 'Les personnes de l’événement voient maintenant cet album.',
    stoppedEvent: 'Les personnes de l’événement ne voient plus cet album par ce biais.',
  },
});
