// What the demo shop has for moving. Each name and text in French, then in English.
import type { Good } from './good.js';

const RUNNING = 'Course · Running';
const YOGA = 'Yoga';
const WATER = 'Natation · Swimming';

const sizes = (code: string, cents: number, stock: readonly [s: number, m: number, l: number]): Good['variants'] =>
  (['S', 'M', 'L'] as const).map((size, at) => [`${code}-${size}`, size, cents, stock[at] ?? 0, { taille: size }]);

const colours = (code: string, cents: number, stock: Readonly<Record<string, number>>): Good['variants'] =>
  Object.entries(stock).map(([colour, count]) => [
    `${code}-${colour.slice(0, 3).toUpperCase()}`,
    colour,
    cents,
    count,
    { couleur: colour },
  ]);

export const goodsForSport: readonly Good[] = [
  {
    slug: 't-shirt-respirant',
    name: 'T-shirt respirant · Breathable T-shirt',
    fr: 'Léger, sèche en une heure, coutures plates. Taille normalement.',
    en: 'Light, dry within the hour, flat seams. True to size.',
    shelf: RUNNING,
    about: { matière: 'polyester recyclé' },
    variants: sizes('TSH', 2_900, [18, 24, 15]),
  },
  {
    slug: 'collant-hiver',
    name: 'Collant d’hiver · Winter tights',
    fr: 'Doublure grattée pour courir par grand froid, poche à clé dans le dos.',
    en: 'Brushed lining for frosty runs, with a key pocket at the back.',
    shelf: RUNNING,
    about: { saison: 'hiver' },
    variants: sizes('COL', 5_400, [6, 11, 9]),
  },
  {
    slug: 'veste-pluie',
    name: 'Veste de pluie · Rain jacket',
    fr: 'Deux couches, capuche réglable, se replie dans sa propre poche.',
    en: 'Two layers, adjustable hood, packs into its own pocket.',
    shelf: RUNNING,
    about: { matière: 'nylon', saison: 'automne' },
    variants: sizes('VES', 8_900, [4, 7, 5]),
  },
  {
    slug: 'lampe-frontale',
    name: 'Lampe frontale 400 lm · Head torch 400 lm',
    fr: 'Quatre heures à pleine puissance, se recharge en USB-C.',
    en: 'Four hours at full power, charges by USB-C.',
    shelf: RUNNING,
    about: { autonomie: '4 h' },
    variants: [['LAM-400', 'Noir · Black', 3_900, 21, {}]],
    isPainted: true,
  },
  {
    slug: 'chaussettes-fines',
    name: 'Chaussettes fines, lot de trois · Thin socks, pack of three',
    fr: 'Sans couture au bout du pied. Les ampoules, c’est fini.',
    en: 'No toe seam. The end of blisters.',
    shelf: RUNNING,
    about: { matière: 'laine mérinos' },
    variants: [
      ['CHA-3639', '36–39', 1_800, 30, { pointure: '36–39' }],
      ['CHA-4043', '40–43', 1_800, 42, { pointure: '40–43' }],
      ['CHA-4447', '44–47', 1_800, 12, { pointure: '44–47' }],
    ],
  },
  {
    slug: 'tapis-de-yoga',
    name: 'Tapis de yoga · Yoga mat',
    fr: 'Six millimètres de caoutchouc naturel, antidérapant des deux côtés.',
    en: 'Six millimetres of natural rubber, grippy on both sides.',
    shelf: YOGA,
    about: { épaisseur: '6 mm' },
    variants: colours('TAP', 4_900, { prune: 14, ardoise: 9, sable: 0 }),
    isPainted: true,
  },
  {
    slug: 'brique-de-liege',
    name: 'Brique de liège · Cork block',
    fr: 'Pour gagner les dix centimètres qui manquent.',
    en: 'For the four inches you are missing.',
    shelf: YOGA,
    about: { matière: 'liège' },
    variants: [
      ['BRI-1', 'Une · One', 1_400, 40, {}],
      ['BRI-2', 'La paire · A pair', 2_500, 25, {}],
    ],
  },
  {
    slug: 'sangle-coton',
    name: 'Sangle en coton · Cotton strap',
    fr: 'Deux mètres cinquante, boucle en métal.',
    en: 'Two and a half metres, metal buckle.',
    shelf: YOGA,
    about: { longueur: '2,5 m' },
    variants: colours('SAN', 1_100, { ivoire: 22, indigo: 17 }),
  },
  {
    slug: 'coussin-de-meditation',
    name: 'Coussin de méditation · Meditation cushion',
    fr: 'Rempli de balles d’épeautre, housse lavable.',
    en: 'Filled with spelt husks, washable cover.',
    shelf: YOGA,
    about: { garnissage: 'épeautre' },
    variants: colours('COU', 4_200, { ocre: 8, nuit: 6 }),
  },
  {
    slug: 'lunettes-eau-libre',
    name: 'Lunettes eau libre · Open-water goggles',
    fr: 'Champ large, verres polarisés pour nager face au soleil.',
    en: 'Wide view, polarised lenses for swimming into the sun.',
    shelf: WATER,
    about: { verres: 'polarisés' },
    variants: [['LUN-OW', 'Taille unique · One size', 3_200, 16, {}]],
    isPainted: true,
  },
  {
    slug: 'bouee-de-securite',
    name: 'Bouée de sécurité · Tow float',
    fr: 'Orange vif, vingt litres, on vous voit de loin.',
    en: 'Bright orange, twenty litres, seen from afar.',
    shelf: WATER,
    about: { volume: '20 l' },
    variants: [['BOU-20', '20 l', 2_700, 13, {}]],
  },
  {
    slug: 'bonnet-silicone',
    name: 'Bonnet en silicone · Silicone cap',
    fr: 'Tient chaud, tire peu les cheveux.',
    en: 'Keeps warm, pulls little hair.',
    shelf: WATER,
    about: { matière: 'silicone' },
    variants: colours('BON', 900, { corail: 35, blanc: 28 }),
  },
];
