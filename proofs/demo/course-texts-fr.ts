// The French courses of the demo world.
import { money } from '@mosaic/kernel/values/money';
import { type CoursePlan, question } from './course-plan.js';

export const coursesFr: readonly CoursePlan[] = [
  {
    name: 'cinq kilomètres',
    coach: 'Claire Fontaine',
    title: 'Courir ses cinq premiers kilomètres',
    description:
      'Huit semaines, trois sorties par semaine, et une seule règle : pouvoir parler en courant. Pour celles et ceux qui n’ont jamais couru, ou plus depuis longtemps.',
    price: null,
    sections: [
      [
        'Avant de partir',
        [
          {
            title: 'Bien choisir ses chaussures',
            minutes: 8,
            isPreview: true,
            content:
              'La bonne paire est celle qu’on oublie. Essayez en fin de journée, quand le pied a gonflé, et laissez un pouce devant l’orteil.\n\nLe prix ne dit rien de l’usure : comptez huit cents kilomètres, puis offrez-leur une retraite au jardin.',
          },
          {
            title: 'Marcher, courir, recommencer',
            minutes: 12,
            content:
              'Première semaine : une minute de course, deux de marche, huit fois. Si vous ne pouvez plus finir une phrase, c’est trop vite.\n\nNotez la sortie le soir même : la durée, le temps qu’il faisait, et un mot sur l’humeur.',
          },
        ],
      ],
      [
        'Tenir la distance',
        [
          {
            title: 'Respirer sans y penser',
            minutes: 10,
            content:
              'Expirez plus longtemps que vous n’inspirez. Trois pas à l’inspiration, quatre à l’expiration, et les épaules qui descendent.\n\nUn point de côté ? Ralentissez, posez la main dessus, soufflez.',
          },
          {
            title: 'Le jour des cinq kilomètres',
            minutes: 15,
            content:
              'Partez derrière les autres : ils ralentiront. Gardez une réserve pour le dernier kilomètre, et buvez après, pas pendant.\n\nLe lendemain, marchez une demi-heure. C’est fini, et cela ne fait que commencer.',
            quiz: [
              question(
                'À quel moment de la journée essayer des chaussures ?',
                'En fin de journée',
                ['Au réveil', 'Juste après une sortie'],
                'Le pied gonfle dans la journée : une chaussure juste le matin serre le soir.',
              ),
              question(
                'Comment savoir que l’allure est bonne ?',
                'On peut encore parler',
                ['On transpire beaucoup', 'On dépasse les autres', 'La montre est contente'],
                'L’aisance respiratoire est le meilleur des capteurs.',
              ),
              question(
                'Que faire le lendemain ?',
                'Marcher une demi-heure',
                ['Recommencer, plus vite', 'Rester couché'],
                'Bouger doucement aide les muscles à récupérer.',
              ),
            ],
          },
        ],
      ],
    ],
    learners: [
      ['Camille Roussel', 62, 4],
      ['Julien Marchetti', 40, 2],
      ['Inès Lambert', 33, 3],
      ['Thomas Girard', 21, 1],
      ['Élodie Petit', 9, 0],
      ['Karim Haddad', 6, 1],
    ],
  },
  {
    name: 'respirer',
    coach: 'Yves Kermarrec',
    title: 'Mieux respirer en quatre semaines',
    description:
      'Dix minutes par jour, assis, debout ou face à la mer. Chaque semaine ajoute un exercice et n’en retire aucun.',
    price: money(2_900, 'EUR'),
    sections: [
      [
        'S’installer',
        [
          {
            title: 'Trouver son assise',
            minutes: 6,
            isPreview: true,
            content:
              'Une chaise suffit. Les pieds à plat, le dos loin du dossier, les mains où elles veulent. Fermez les yeux si cela vous va.\n\nRestez là trois minutes sans rien corriger : on observe avant de changer.',
          },
          {
            title: 'La respiration carrée',
            minutes: 9,
            content:
              'Quatre temps pour inspirer, quatre pour garder, quatre pour souffler, quatre pour attendre. Six tours le matin, six le soir.\n\nSi la tête tourne, revenez à trois temps.',
          },
        ],
      ],
      [
        'Aller plus loin',
        [
          {
            title: 'Le soir, souffler plus long',
            minutes: 11,
            content:
              'Doublez l’expiration : quatre temps pour entrer, huit pour sortir. Le cœur ralentit tout seul, et le sommeil suit souvent.',
          },
        ],
      ],
    ],
    learners: [],
  },
];
