import { inBoth } from '@/words/words';

export const findPeopleWords = inBoth({
  en: {
    placeholder: 'Search by name',
    nobody: 'Nobody by that name',
    searching: 'Searching…',
    failed: 'People cannot be searched just now',
    clear: 'Clear',
  },
  fr: {
    placeholder: 'Rechercher par nom',
    nobody: 'Personne de ce nom',
    searching: 'Recherche…',
    failed: 'La recherche de personnes ne répond pas',
    clear: 'Effacer',
  },
});
