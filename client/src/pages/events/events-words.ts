import { inBoth } from '@/words/words';

export const eventsWords = inBoth({
  en: {
    title: 'Events',
    lead: 'What you organise and what you are invited to.',
    create: 'New event',
    shelves: { upcoming: 'Upcoming', past: 'Past', drafts: 'Drafts' },
    empty: {
      upcoming: 'Nothing planned yet',
      past: 'Nothing behind you yet',
      drafts: 'No drafts',
    },
    emptyText: {
      upcoming: 'Make an event, invite people by a link, share the tasks and the costs.',
      past: 'Events that are over stay here, with their costs and pictures.',
      drafts: 'An event is a draft that only you see until you publish it.',
    },
  },
  fr: {
    title: 'Événements',
    lead: 'Ce que vous organisez et ce à quoi on vous invite.',
    create: 'Nouvel événement',
    shelves: { upcoming: 'À venir', past: 'Passés', drafts: 'Brouillons' },
    empty: {
      upcoming: 'Rien de prévu pour l’instant',
      past: 'Rien derrière vous pour l’instant',
      drafts: 'Aucun brouillon',
    },
    emptyText: {
      upcoming: 'Créez un événement, invitez par un lien, partagez les tâches et les dépenses.',
      past: 'Les événements terminés restent ici, avec leurs dépenses et leurs photos.',
      drafts: 'Un événement reste un brouillon que vous seul voyez, jusqu’à sa publication.',
    },
  },
});
