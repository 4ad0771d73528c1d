// What people in the demo world say: short exchanges with gaps for a day, an hour, a place and a thing.
import type { Chance } from './chance.js';

type Exchange = readonly string[];

const fr: readonly Exchange[] = [
  [
    'Salut ! On se retrouve {day} à {hour} ?',
    'Oui, parfait pour moi.',
    'Où ça ?',
    '{place}, comme la dernière fois.',
    'Ça marche, à {day}.',
  ],
  [
    'Quelqu’un a essayé {thing} ?',
    'Oui, la semaine dernière. Pas mal du tout.',
    'Moi j’ai abandonné au bout de deux jours.',
    'Courage, le troisième est plus facile.',
    'Je retente {day} alors.',
  ],
  [
    'Séance terminée : {minutes} minutes, les jambes en coton.',
    'Bravo !',
    'Et la récupération ?',
    'Étirements, douche, canapé. Dans cet ordre.',
  ],
  [
    'Petit retard ce matin, le train est bloqué.',
    'Pas de souci, on commence sans toi.',
    'J’arrive vers {hour}.',
    'On te garde une place.',
  ],
  [
    'Vous avez vu le soleil aujourd’hui ?',
    'Enfin !',
    'J’ai déjeuné dehors, à {place}.',
    'Veinard.',
    'Demain j’y vais aussi.',
  ],
  [
    'Rappel : inscription pour la sortie de {day} avant ce soir.',
    'Je m’inscris.',
    'Moi aussi.',
    'Je confirme demain, je dois m’organiser.',
    'Il reste trois places.',
  ],
  [
    'J’ai mal au genou depuis {day}.',
    'Glace et repos, surtout.',
    'Et si ça dure plus d’une semaine, montre-le à quelqu’un.',
    'Merci, je lève le pied.',
  ],
  [
    'Recette du soir : {thing}.',
    'Je note !',
    'Sans gluten, ça marche ?',
    'Oui, testé et approuvé.',
    'Envoie une photo la prochaine fois.',
  ],
  [
    'Objectif du mois : {minutes} minutes par jour.',
    'Ambitieux.',
    'Je suis à la moitié.',
    'On se motive, c’est bientôt la fin du mois.',
  ],
  [
    'Merci pour la séance d’hier.',
    'Avec plaisir ! Tu as bien progressé.',
    'Je le sens, surtout dans les montées.',
    'On augmente un peu {day} ?',
    'D’accord, mais doucement.',
  ],
];

const en: readonly Exchange[] = [
  ['Anyone up for {place} on {day}?', 'I am.', 'What time?', '{hour} works for me.', 'See you there.'],
  [
    'Has anybody tried {thing}?',
    'Twice. Better the second time.',
    'Worth the effort?',
    'Yes, but read the instructions first.',
    'You know I never do.',
  ],
  ['Done: {minutes} minutes, not my fastest.', 'Still counts!', 'How are the legs?', 'Attached, as far as I can tell.'],
  ['Running late, start without me.', 'No worries.', 'Should be there by {hour}.', 'We will save you a seat.'],
  ['Rain again.', 'It is only water.', 'Easy to say from {place}.', 'Fair point.', 'Moving it to {day}, then.'],
  [
    'Reminder: spots for {day} close tonight.',
    'Signed up.',
    'Me too, finally.',
    'Still waiting to hear from work.',
    'There are four left.',
  ],
  [
    'I slept six hours, which is a record for this week.',
    'Screens off before ten?',
    'Mostly.',
    'Mostly is a start. Try {minutes} minutes earlier.',
    'I will report back.',
  ],
  [
    'Tonight: {thing}.',
    'Jealous.',
    'Is there enough for three?',
    'There is enough for six, come over.',
    'Bringing dessert.',
  ],
  ['Goal for the month: {minutes} minutes a day.', 'Bold.', 'Halfway there already.', 'Do not stop now.'],
  [
    'Thanks for yesterday, that drill finally clicked.',
    'I could see it! Your turn is much smoother.',
    'Same again on {day}?',
    'Same again, a little longer.',
    'Deal.',
  ],
];

const gaps = {
  fr: {
    day: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    hour: ['8 h', '9 h 30', '12 h 15', '17 h', '18 h 30', '20 h'],
    place: ['au parc', 'sur les quais', 'à la salle', 'au café du coin', 'devant la gare', 'à la piscine'],
    thing: [
      'le velouté de courge',
      'les lentilles au curry',
      'la méditation du matin',
      'le fractionné court',
      'le pain au levain',
      'la sieste de vingt minutes',
    ],
  },
  en: {
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    hour: ['8 am', 'half nine', 'noon', '5 pm', 'half six', '8 pm'],
    place: ['the park', 'the riverside', 'the gym', 'the corner café', 'the station', 'the pool'],
    thing: [
      'the squash soup',
      'lentil curry',
      'morning meditation',
      'short intervals',
      'sourdough',
      'the twenty-minute nap',
    ],
  },
} as const;

/** One exchange, its gaps filled; lines alternate between the people talking. */
export function exchange(locale: 'en' | 'fr', chance: Chance): string[] {
  const words = gaps[locale];
  const filling: Record<string, string> = {
    day: chance.pick(words.day),
    hour: chance.pick(words.hour),
    place: chance.pick(words.place),
    thing: chance.pick(words.thing),
    minutes: String(chance.between(3, 18) * 5),
  };
  const lines = chance.pick(locale === 'fr' ? fr : en);
  return lines.map((line) => line.replace(/\{(\w+)\}/g, (_, gap: string) => filling[gap] ?? gap));
}

export const houseTitles = { fr: 'Bienvenue sur Mosaic', en: 'Welcome to Mosaic' } as const;

export const roomTitles = {
  fr: [
    'Coureurs du dimanche',
    'Cuisine légère',
    'Lève-tôt',
    'Sortie montagne',
    'Défi du mois',
    'Club lecture et marche',
  ],
  en: ['Saturday parkrun', 'Slow cooking', 'Early birds', 'Open water', 'Monthly challenge', 'Couch to 10k'],
} as const;

export const monitorNames = {
  fr: [
    ['Sommeil', 'h'],
    ['Fréquence cardiaque au repos', 'bpm'],
    ['Poids', 'kg'],
  ],
  en: [
    ['Sleep', 'h'],
    ['Resting heart rate', 'bpm'],
    ['Weight', 'kg'],
  ],
} as const;
