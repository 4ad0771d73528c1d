// What people in the demo world do together: who invites, who comes, what there is to do, and what it cost.
import type { RsvpAnswer } from '@mosaic/booking/domain/rsvp';

export interface EventPlan {
  readonly organiser: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly timeZone: 'Europe/Paris' | 'Europe/London';
  /** In days from today. */
  readonly day: number;
  readonly hour: number;
  readonly lasts: number;
  readonly capacity: number | null;
  readonly guests: readonly (readonly [name: string, answer: RsvpAnswer | null])[];
  readonly tasks: readonly (readonly [title: string, assignee: string | null, isDone: boolean])[];
  readonly currency: 'EUR' | 'GBP';
  /** Shared evenly by whoever has a seat, or by the shares that are named. */
  readonly expenses: readonly {
    readonly title: string;
    readonly amountMinor: number;
    readonly paidBy: string;
    readonly shares?: Readonly<Record<string, number>>;
  }[];
  readonly settlement?: { readonly from: string; readonly to: string; readonly amountMinor: number };
}

export const PICNIC = 'Pique-nique au parc de la Tête d’Or';

export const eventPlans: readonly EventPlan[] = [
  {
    organiser: 'Camille Roussel',
    title: PICNIC,
    description: 'On fête la fin des vacances. Chacun apporte quelque chose à partager, je m’occupe des nappes.',
    place: 'Entrée des Enfants du Rhône, Lyon',
    timeZone: 'Europe/Paris',
    day: -58,
    hour: 12,
    lasts: 5,
    capacity: null,
    guests: [
      ['Julien Marchetti', 'GOING'],
      ['Sarah Cohen', 'GOING'],
      ['Léa Moreau', 'GOING'],
      ['Claire Fontaine', 'GOING'],
      ['Karim Haddad', 'DECLINED'],
      ['Élodie Petit', 'MAYBE'],
    ],
    tasks: [
      ['Apporter les nappes et les verres', 'Camille Roussel', true],
      ['Prendre des photos', 'Sarah Cohen', true],
      ['Préparer une salade de lentilles', 'Julien Marchetti', true],
    ],
    currency: 'EUR',
    expenses: [
      { title: 'Pain, fromages et fruits', amountMinor: 4_735, paidBy: 'Camille Roussel' },
      { title: 'Boissons', amountMinor: 2_190, paidBy: 'Julien Marchetti' },
      {
        title: 'Location de la barque',
        amountMinor: 1_600,
        paidBy: 'Léa Moreau',
        shares: { 'Léa Moreau': 2, 'Sarah Cohen': 1, 'Camille Roussel': 1 },
      },
    ],
    settlement: { from: 'Sarah Cohen', to: 'Camille Roussel', amountMinor: 1_000 },
  },
  {
    organiser: 'Antoine Lefèvre',
    title: 'Randonnée au-dessus du lac d’Annecy',
    description: 'Boucle de douze kilomètres, six cents mètres de montée. Bâtons conseillés, départ à l’heure.',
    place: 'Parking du col de Bluffy',
    timeZone: 'Europe/Paris',
    day: 13,
    hour: 9,
    lasts: 7,
    capacity: 5,
    guests: [
      ['Camille Roussel', 'GOING'],
      ['Romain Texier', 'GOING'],
      ['Inès Lambert', 'GOING'],
      ['Baptiste Noël', 'GOING'],
      ['Hugo Barbier', 'GOING'],
      ['Fatou Diallo', 'GOING'],
      ['Thomas Girard', 'MAYBE'],
      ['Chloé Marin', null],
    ],
    tasks: [
      ['Vérifier la météo la veille', 'Antoine Lefèvre', false],
      ['Réserver la table au refuge', 'Inès Lambert', true],
      ['Organiser le covoiturage depuis Lyon', 'Camille Roussel', false],
      ['Apporter une trousse de secours', null, false],
    ],
    currency: 'EUR',
    expenses: [{ title: 'Acompte du refuge', amountMinor: 5_000, paidBy: 'Inès Lambert' }],
  },
  {
    organiser: 'Lucy Penrose',
    title: 'Harvest supper at the allotment',
    description: 'Everything on the table was grown within a mile. Bring a chair and a warm jumper.',
    place: 'Plot 42, Ashley Vale, Bristol',
    timeZone: 'Europe/London',
    day: -41,
    hour: 17,
    lasts: 4,
    capacity: 12,
    guests: [
      ['Olivia Marsh', 'GOING'],
      ['Jack Thornbury', 'GOING'],
      ['Hannah Whitcombe', 'GOING'],
      ['Phoebe Nash', 'GOING'],
      ['Ben Carlisle', 'DECLINED'],
    ],
    tasks: [
      ['Borrow the long table', 'Jack Thornbury', true],
      ['Make pumpkin soup for eight', 'Lucy Penrose', true],
      ['String up the lanterns', 'Phoebe Nash', true],
    ],
    currency: 'GBP',
    expenses: [
      { title: 'Soup and pie ingredients', amountMinor: 3_865, paidBy: 'Lucy Penrose' },
      { title: 'Cider', amountMinor: 2_450, paidBy: 'Jack Thornbury' },
    ],
    settlement: { from: 'Olivia Marsh', to: 'Lucy Penrose', amountMinor: 1_263 },
  },
  {
    organiser: 'Oscar Lindqvist',
    title: 'Winter swim and breakfast',
    description: 'Ten minutes in, an hour by the stove. Tom keeps an eye on first-timers.',
    place: 'Parliament Hill Lido, London',
    timeZone: 'Europe/London',
    day: 8,
    hour: 8,
    lasts: 3,
    capacity: 4,
    guests: [
      ['Tom Halloran', 'GOING'],
      ['Ravi Menon', 'GOING'],
      ['Zoe Hartley', 'GOING'],
      ['Olivia Marsh', 'GOING'],
      ['Daniel Okafor', 'MAYBE'],
    ],
    tasks: [
      ['Book the sauna slot', 'Oscar Lindqvist', true],
      ['Bring porridge and a big flask', 'Ravi Menon', false],
    ],
    currency: 'GBP',
    expenses: [{ title: 'Sauna hire', amountMinor: 3_600, paidBy: 'Oscar Lindqvist' }],
  },
];
