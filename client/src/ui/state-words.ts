import { inBoth } from '@/words/words';

/** What pages say about their own state: loading, empty, partial, failed, offline. */
export const stateWords = inBoth({
  en: {
    offline: 'There is no connection. It will be tried again.',
    refused: 'This does not exist, or it is not yours to see.',
    broken: 'Something went wrong on our side.',
    requestId: 'Request',
    retry: 'Try again',
    close: 'Close',
    loading: 'Loading',
    more: 'Show more',
    partial: 'A part of Mosaic is not answering. What you see is right, but not everything is there.',
    goHome: 'Go to the start page',
    cancel: 'Cancel',
    notFound: 'There is no such page.',
    reconnecting: 'Live updates are interrupted; reconnecting…',
    noNetwork: 'You are offline. What you have seen before is still here.',
  },
  fr: {
    offline: 'Pas de connexion. Un nouvel essai va suivre.',
    refused: 'Cela n’existe pas, ou vous ne pouvez pas le voir.',
    broken: 'Un problème est survenu de notre côté.',
    requestId: 'Requête',
    retry: 'Réessayer',
    close: 'Fermer',
    loading: 'Chargement',
    more: 'Afficher plus',
    partial: 'Une partie de Mosaic ne répond pas. Ce que vous voyez est juste, mais il en manque.',
    goHome: 'Aller à l’accueil',
    cancel: 'Annuler',
    notFound: 'Cette page n’existe pas.',
    reconnecting: 'Le direct est interrompu ; reconnexion…',
    noNetwork: 'Vous êtes hors ligne. Ce que vous avez déjà vu reste disponible.',
  },
});
