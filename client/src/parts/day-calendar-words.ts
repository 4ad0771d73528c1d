import { inBoth } from '@/words/words';

export const dayCalendarWords = inBoth({
  en: {
    empty: 'Nothing planned today.',
    find: 'Find a coach',
    asked: 'Awaiting an answer',
    held: 'To be paid',
    now: 'Now',
    past: 'Over',
    earlier: 'since yesterday',
  },
  fr: {
    empty: 'Rien de prévu aujourd’hui.',
    find: 'Trouver un coach',
    asked: 'En attente de réponse',
    held: 'À payer',
    now: 'En cours',
    past: 'Terminé',
    earlier: 'depuis hier',
  },
});
