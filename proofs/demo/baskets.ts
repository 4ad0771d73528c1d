// What people in the demo world buy, and how it ends. Orders are of today: an order of the past would be overdue at once.

export interface Basket {
  readonly buyer: string;
  /** How many of each SKU. */
  readonly goods: Readonly<Record<string, number>>;
  /** A course by its plan's name. */
  readonly course?: string;
  /** An hour with this coach. */
  readonly session?: string;
  /**
   * LEFT stays in the cart. DECLINED is paid with a second card. REFUNDED gets the money of its last line back.
   */
  readonly ends: 'PAID' | 'DECLINED' | 'REFUNDED' | 'CANCELLED' | 'LEFT';
}

export const baskets: readonly Basket[] = [
  {
    buyer: 'Camille Roussel',
    goods: { 'TAP-PRU': 1, 'LIV-COU-FR': 1 },
    course: 'respirer',
    session: 'Claire Fontaine',
    ends: 'PAID',
  },
  { buyer: 'Inès Lambert', goods: {}, course: 'respirer', ends: 'PAID' },
  { buyer: 'Nicolas Perrin', goods: {}, session: 'Mathieu Delorme', ends: 'PAID' },
  { buyer: 'Alex Moreno', goods: { 'ROU-FER': 1, 'LIV-DOR-EN': 1 }, ends: 'PAID' },
  { buyer: 'Olivia Marsh', goods: { 'LIV-COU-EN': 1, 'GOU-500': 2 }, ends: 'PAID' },
  { buyer: 'Julien Marchetti', goods: { 'VES-M': 1, 'LAM-400': 1 }, ends: 'DECLINED' },
  { buyer: 'Oscar Lindqvist', goods: { 'BOU-20': 1, 'BON-COR': 2 }, ends: 'REFUNDED' },
  { buyer: 'Sarah Cohen', goods: { 'GOU-750': 1, 'BOI-1L': 1, 'BAR-NOI': 2 }, ends: 'PAID' },
  { buyer: 'Daniel Okafor', goods: { 'TSH-L': 1, 'CHA-4043': 2 }, ends: 'PAID' },
  { buyer: 'Thomas Girard', goods: { 'COU-OCR': 1 }, ends: 'CANCELLED' },
  { buyer: 'Ravi Menon', goods: { 'LUN-OW': 1, 'BON-BLA': 1 }, ends: 'PAID' },
  { buyer: 'Alex Moreno', goods: { 'CAR-ENT': 2, 'ELA-5': 1 }, ends: 'LEFT' },
  { buyer: 'Léa Moreau', goods: { 'MAS-NUI': 1 }, ends: 'LEFT' },
];
