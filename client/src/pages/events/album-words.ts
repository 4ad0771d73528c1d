import { inBoth } from '@/words/words';

export const albumWords = inBoth({
  en: {
    shared: 'Albums of the people here',
    sharedText: 'Albums that people of this event share with you.',
    empty: 'No pictures yet',
    emptyText: 'Share an album with the event, and everybody who comes sees it.',
    share: 'Share an album of yours',
    album: 'Album',
    shareIt: 'Share with everybody here',
    done: 'Everybody who comes sees this album now.',
    none: 'You have no albums yet.',
    create: 'Make an album',
    all: 'All albums',
    choose: 'Choose an album',
  },
  fr: {
    shared: 'Albums des personnes présentes',
    sharedText: 'Les albums que des personnes de cet événement partagent avec vous.',
    empty: 'Pas encore de photos',
    emptyText: 'Partagez un album avec l’événement, et tous les participants le verront.',
    share: 'Partager l’un de vos albums',
    album: 'Album',
    shareIt: 'Partager avec tous',
    done: 'Tous les participants voient maintenant cet album.',
    none: 'Vous n’avez pas encore d’album.',
    create: 'Créer un album',
    all: 'Tous les albums',
    choose: 'Choisir un album',
  },
});
