// What the demo shop has for eating, resting and reading. Each name and text in French, then in English.
import type { Good } from './good.js';

const KITCHEN = 'Cuisine · Kitchen';
const REST = 'Récupération · Recovery';
const BOOKS = 'Livres · Books';

const editions = (code: string, fr: number, en: number): Good['variants'] => [
  [`${code}-FR`, 'En français', 1_900, fr, { langue: 'français' }],
  [`${code}-EN`, 'In English', 1_900, en, { langue: 'English' }],
];

export const goodsForHome: readonly Good[] = [
  {
    slug: 'gourde-isotherme',
    name: 'Gourde isotherme · Insulated bottle',
    fr: 'Froid vingt-quatre heures, chaud douze. Passe au lave-vaisselle.',
    en: 'Cold for a day, hot for half of one. Dishwasher safe.',
    shelf: KITCHEN,
    about: { matière: 'inox' },
    variants: [
      ['GOU-500', '500 ml', 2_400, 32, { contenance: '500 ml' }],
      ['GOU-750', '750 ml', 2_800, 27, { contenance: '750 ml' }],
    ],
    isPainted: true,
  },
  {
    slug: 'boite-repas',
    name: 'Boîte-repas en verre · Glass lunch box',
    fr: 'Trois compartiments, couvercle étanche, du four au bureau.',
    en: 'Three compartments and a tight lid, from the oven to the office.',
    shelf: KITCHEN,
    about: { matière: 'verre' },
    variants: [['BOI-1L', '1 l', 2_200, 19, {}]],
  },
  {
    slug: 'graines-germees',
    name: 'Germoir et graines · Sprouting kit',
    fr: 'Alfalfa, radis et fenugrec. Une récolte en cinq jours.',
    en: 'Alfalfa, radish and fenugreek. A harvest in five days.',
    shelf: KITCHEN,
    about: { culture: 'biologique' },
    variants: [['GER-KIT', 'Coffret · Kit', 2_600, 7, {}]],
  },
  {
    slug: 'barres-cereales',
    name: 'Barres de céréales, boîte de douze · Oat bars, box of twelve',
    fr: 'Avoine, noisettes et un peu de miel. Rien d’autre.',
    en: 'Oats, hazelnuts and a little honey. Nothing else.',
    shelf: KITCHEN,
    about: { culture: 'biologique' },
    variants: [
      ['BAR-NOI', 'Noisette · Hazelnut', 2_100, 48, { goût: 'noisette' }],
      ['BAR-ABR', 'Abricot · Apricot', 2_100, 36, { goût: 'abricot' }],
    ],
  },
  {
    slug: 'rouleau-de-massage',
    name: 'Rouleau de massage · Foam roller',
    fr: 'Trente-trois centimètres de fermeté pour jambes fatiguées.',
    en: 'A foot of firmness for tired legs.',
    shelf: REST,
    about: { longueur: '33 cm' },
    variants: [
      ['ROU-SOU', 'Souple · Soft', 2_900, 12, { dureté: 'souple' }],
      ['ROU-FER', 'Ferme · Firm', 2_900, 10, { dureté: 'ferme' }],
    ],
    isPainted: true,
  },
  {
    slug: 'balles-de-massage',
    name: 'Balles de massage · Massage balls',
    fr: 'Deux balles lisses, une à picots, un petit sac.',
    en: 'Two smooth balls, a spiky one and a small bag.',
    shelf: REST,
    about: { matière: 'caoutchouc' },
    variants: [['BAL-3', 'Lot de trois · Set of three', 1_600, 23, {}]],
  },
  {
    slug: 'masque-de-nuit',
    name: 'Masque de nuit · Sleep mask',
    fr: 'Soie et silence : il ne manque que le sommeil.',
    en: 'Silk and darkness: only sleep is missing.',
    shelf: REST,
    about: { matière: 'soie' },
    variants: [['MAS-NUI', 'Bleu nuit · Midnight blue', 2_300, 14, {}]],
  },
  {
    slug: 'bouillotte',
    name: 'Bouillotte et sa housse · Hot-water bottle',
    fr: 'Deux litres de réconfort après la sortie du dimanche.',
    en: 'Two litres of comfort after Sunday’s long run.',
    shelf: REST,
    about: { contenance: '2 l' },
    variants: [['BOU-CHA', 'Laine · Wool', 2_700, 3, {}]],
  },
  {
    slug: 'bandes-elastiques',
    name: 'Bandes élastiques · Resistance bands',
    fr: 'Cinq forces, du réveil des chevilles au travail du dos.',
    en: 'Five strengths, from waking ankles to working backs.',
    shelf: REST,
    about: { matière: 'latex' },
    variants: [['ELA-5', 'Lot de cinq · Set of five', 1_900, 31, {}]],
    isPainted: true,
  },
  {
    slug: 'livre-courir-lentement',
    name: 'Courir lentement · Running slowly',
    fr: 'Douze semaines pour aimer la course sans regarder sa montre, par Claire Fontaine.',
    en: 'Twelve weeks to a love of running without a watch, by Claire Fontaine.',
    shelf: BOOKS,
    about: { pages: '184' },
    variants: editions('LIV-COU', 26, 18),
  },
  {
    slug: 'livre-dormir-enfin',
    name: 'Dormir, enfin · Sleep, at last',
    fr: 'Ce que la science sait du sommeil, et ce qu’elle ignore. Par Priya Raman.',
    en: 'What science knows about sleep, and what it does not. By Priya Raman.',
    shelf: BOOKS,
    about: { pages: '212' },
    variants: editions('LIV-DOR', 15, 22),
  },
  {
    slug: 'carnet-d-entrainement',
    name: 'Carnet d’entraînement · Training diary',
    fr: 'Un an, une page par semaine, un marque-page cousu.',
    en: 'A year, a page a week, a sewn-in ribbon.',
    shelf: BOOKS,
    about: { pages: '120' },
    variants: [['CAR-ENT', 'Relié · Hardback', 1_500, 44, {}]],
  },
];
