// What people in the demo world tell everybody, who answers, and who was told by whom before.

export interface PostPlan {
  readonly author: string;
  /** How many days ago, and at which hour (UTC). */
  readonly daysAgo: number;
  readonly hour: number;
  readonly body: string;
  /** What its pictures are called. */
  readonly pictures?: readonly string[];
  /** How many like it. */
  readonly likes: number;
  /** Who says what; an answer answers the comment before it. */
  readonly comments: readonly (readonly [name: string, body: string, isAnswer?: 'answer'])[];
}

export const postPlans: readonly PostPlan[] = [
  {
    author: 'Claire Fontaine',
    daysAgo: 71,
    hour: 7,
    body: 'Nouvelle saison, nouveaux coureurs. Rappel pour les débutants : si vous ne pouvez plus parler, vous courez trop vite. Si vous ne pouvez plus vous taire, vous pouvez accélérer un peu.',
    likes: 17,
    comments: [
      ['Camille Roussel', 'Je suis clairement dans la deuxième catégorie.'],
      ['Claire Fontaine', 'On avait remarqué 😉', 'answer'],
      ['Thomas Girard', 'Et si on ne peut que râler ?'],
    ],
  },
  {
    author: 'Hannah Whitcombe',
    daysAgo: 66,
    hour: 17,
    body: 'A client of 74 lifted her own suitcase into the overhead rack this week, on her own, and sent me a photo from the train. That is the whole job, really.',
    likes: 21,
    comments: [
      ['Lucy Penrose', 'I am not crying, you are crying.'],
      ['Olivia Marsh', 'What did you start her with?'],
      ['Hannah Whitcombe', 'Sitting down. On purpose, and slowly.', 'answer'],
    ],
  },
  {
    author: 'Sarah Cohen',
    daysAgo: 57,
    hour: 19,
    body: 'Hier au parc, juste avant que la nappe ne s’envole. Merci à Camille pour l’organisation, les autres photos sont dans l’album.',
    pictures: ['la nappe', 'le lac'],
    likes: 14,
    comments: [
      ['Camille Roussel', 'La deuxième est magnifique.'],
      ['Julien Marchetti', 'On ne voit pas que j’avais oublié les verres, parfait.'],
    ],
  },
  {
    author: 'Ben Carlisle',
    daysAgo: 52,
    hour: 8,
    body: 'Forty nights of sleep data. Conclusion: coffee after three in the afternoon costs me thirty-eight minutes. Further conclusion: worth it.',
    likes: 11,
    comments: [
      ['Priya Raman', 'I would like to see the error bars on “worth it”.'],
      ['Ben Carlisle', 'They are shaped like a croissant.', 'answer'],
    ],
  },
  {
    author: 'Yves Kermarrec',
    daysAgo: 45,
    hour: 6,
    body: 'Six heures, marée basse, trois personnes et un chien sur la plage. Le chien a la meilleure posture.',
    pictures: ['marée basse'],
    likes: 19,
    comments: [['Chloé Marin', 'Il a de l’entraînement, il s’étire à chaque réveil.']],
  },
  {
    author: 'Lucy Penrose',
    daysAgo: 40,
    hour: 20,
    body: 'Thank you all for Saturday. Eight people, one soup, no leftovers. The lanterns survived the wind, Jack’s hat did not.',
    likes: 13,
    comments: [
      ['Jack Thornbury', 'It was a good hat.'],
      ['Phoebe Nash', 'Found it! It is in the brambles by plot 40.', 'answer'],
    ],
  },
  {
    author: 'Nadia Benali',
    daysAgo: 33,
    hour: 11,
    body: 'Question que l’on me pose chaque automne : non, la soupe n’est pas un régime. C’est un repas, mettez-y du pain.',
    likes: 16,
    comments: [
      ['Thomas Girard', 'Enfin une professionnelle raisonnable.'],
      ['Élodie Petit', 'Et du fromage ?'],
      ['Nadia Benali', 'La question ne se pose même pas.', 'answer'],
    ],
  },
  {
    author: 'Marcus Adeyemi',
    daysAgo: 27,
    hour: 9,
    body: 'If your answer to “where do you see yourself in five years” is a job title, try again with a Tuesday: what are you doing at eleven in the morning, and with whom?',
    likes: 18,
    comments: [['Isaac Freeman', 'Apparently: arguing with a bread oven. This is useful information.']],
  },
  {
    author: 'Camille Roussel',
    daysAgo: 20,
    hour: 18,
    body: 'Cinq kilomètres sans m’arrêter !!! Il y a deux mois je ne courais pas jusqu’au bus. Merci Claire, merci le canapé qui m’a attendue.',
    pictures: ['arrivée'],
    likes: 27,
    comments: [
      ['Claire Fontaine', 'Bravo ! Et sourire à l’arrivée, c’est le plus dur.'],
      ['Inès Lambert', 'Quelle allure ?'],
      ['Camille Roussel', 'La mienne 😌', 'answer'],
      ['Karim Haddad', 'Respect.'],
    ],
  },
  {
    author: 'Oscar Lindqvist',
    daysAgo: 13,
    hour: 7,
    body: 'Water at nine degrees this morning. If you say it slowly enough it sounds warm.',
    pictures: ['the lido at dawn'],
    likes: 15,
    comments: [
      ['Tom Halloran', 'Gloves, everybody. Bravery does not keep fingers warm.'],
      ['Ravi Menon', 'My fingers would like to leave this conversation.'],
    ],
  },
  {
    author: 'Élodie Petit',
    daysAgo: 8,
    hour: 16,
    body: 'Une cliente a demandé « un livre pour marcher ». J’ai d’abord pensé à un format de poche, puis j’ai compris. On a bien ri, elle est repartie avec Thoreau.',
    likes: 12,
    comments: [['Amélie Schneider', 'Et des chaussures, j’espère.']],
  },
  {
    author: 'Alex Moreno',
    daysAgo: 4,
    hour: 10,
    body: 'Bonjour à tous, hello everyone: the shop is stocked for winter, two new courses are open, and the swim at the lido still has a waiting list for warmth. Écrivez-moi si quelque chose coince.',
    likes: 9,
    comments: [
      ['Olivia Marsh', 'Lovely! Is there a gift wrap for the diary?'],
      ['Alex Moreno', 'There is a ribbon, and there is enthusiasm.', 'answer'],
    ],
  },
  {
    author: 'Tom Halloran',
    daysAgo: 2,
    hour: 15,
    body: 'Ravi swam fifty metres today without stopping. He will tell you it was thirty. Do not believe him.',
    likes: 16,
    comments: [['Ravi Menon', 'It was thirty and a long glide.']],
  },
];
