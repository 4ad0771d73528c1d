// What the parameters of refusals say in French: states by their enum's word, and why a value cannot be used by the
// server's English sentence. What is not known here is left out rather than shown in another language.

const states: Readonly<Record<string, string>> = {
  // Coaches
  APPLIED: 'à l’étude',
  APPROVED: 'approuvé',
  WITHDRAWN: 'retiré',
  // Appointments; DECLINED is said of coaches, too
  REQUESTED: 'demandé',
  HELD: 'retenu',
  RELEASED: 'libéré',
  CONFIRMED: 'confirmé',
  DECLINED: 'refusé',
  COMPLETED: 'terminé',
  NO_SHOW: 'absence',
  // Events and orders
  DRAFT: 'brouillon',
  PUBLISHED: 'publié',
  CANCELLED: 'annulé',
  PENDING_PAYMENT: 'à payer',
  PAYMENT_DECLINED: 'paiement refusé',
  PAID: 'payé',
  EXPIRED: 'expiré',
  REFUNDED: 'remboursé',
  PARTIALLY_REFUNDED: 'remboursé en partie',
  // Alerts
  OPEN: 'ouverte',
  ACKNOWLEDGED: 'prise en compte',
  RESOLVED: 'résolue',
  'nothing else': 'rien d’autre',
};

/** What an appointment cannot. */
const actions: Readonly<Record<string, string>> = {
  'be confirmed': 'être confirmé',
  'be declined': 'être refusé',
  'be rescheduled': 'être déplacé',
  'be cancelled': 'être annulé',
  'be released': 'être libéré',
  'be paid': 'être payé',
  'be refunded': 'être remboursé',
  'be completed': 'être terminé',
  'be missed': 'être manqué',
};

const reasons: readonly (readonly [english: RegExp, french: string])[] = [
  [/^it must not be empty$/, 'il faut y écrire quelque chose'],
  [/^it must not be longer than (\d+) characters$/, 'au plus $1 caractères'],
  [/^(?:it|this|a name|a locale) cannot be null$/, 'il faut une valeur'],
  [/^this is not an e-mail address$/, 'ce n’est pas une adresse e-mail'],
  [/^this is not a number$/, 'ce n’est pas un nombre'],
  [/^this is not text$/, 'ce n’est pas du texte'],
  [/^at least (\d+)$/, 'au moins $1'],
  [/^at most (\d+)$/, 'au plus $1'],
  [/^it goes from (-?\d+) to (-?\d+)$/, 'de $1 à $2'],
  [/^from (-?\d+) to (-?\d+)$/, 'de $1 à $2'],
  [/^a price goes from (\d+) to (\d+) minor units$/, 'ce prix est hors limites'],
  [/^at most (\d+) specialties$/, 'au plus $1 spécialités'],
  [/^at most (\d+) rules$/, 'au plus $1 règles'],
  [/^a lesson takes (\d+) to (\d+) minutes$/, 'une leçon dure de $1 à $2 minutes'],
  [/^a coach has at most (\d+) offerings$/, 'un coach a au plus $1 offres'],
  [/^a day has at most (\d+) stretches of hours$/, 'une journée a au plus $1 plages horaires'],
  [/^a schedule has at most (\d+) dates of its own$/, 'un planning a au plus $1 dates particulières'],
  [/^hours of one day must not overlap$/, 'les plages d’une journée ne se chevauchent pas'],
  [/^hours begin before they end$/, 'une plage commence avant de finir'],
  [/^a period ends after it began$/, 'une période finit après avoir commencé'],
  [/^.*time zone.*$/, 'ce fuseau horaire est inconnu'],
  [/^a name has at least one letter or digit$/, 'un nom a au moins une lettre ou un chiffre'],
  [/^a room needs another person$/, 'il faut quelqu’un d’autre'],
  [/^give exactly one emoji$/, 'donnez exactement un emoji'],
  [/^nobody follows themselves$/, 'on ne s’abonne pas à soi-même'],
  [/^nobody pays themselves$/, 'on ne se paie pas soi-même'],
  [/^nothing was spent (?:yet|then)$/, 'rien n’a été dépensé'],
  [/^nothing is due then$/, 'rien n’est dû alors'],
  [/^a file has at least one byte$/, 'ce fichier est vide'],
  [/^a reading is not taken in the future$/, 'un relevé ne se fait pas dans l’avenir'],
  [/^a quiz asks something$/, 'un quiz pose au moins une question'],
  [/^there is something to choose from$/, 'il faut proposer un choix'],
  [/^both prices are in one currency$/, 'les deux prix sont dans une même devise'],
  [/^leave the room instead$/, 'quittez plutôt le salon'],
];

/** The value of a parameter as a French sentence says it; null when there are no French words for it. */
export function parameterInFrench(name: string, value: string): string | null {
  if (name !== 'reason') return actions[value] ?? states[value] ?? inEither(value);
  const found = reasons.find(([english]) => english.test(value));
  if (!found) return null;
  const [english, sentence] = found;
  return `${value.replace(english, sentence)}.`;
}

/** "CONFIRMED or CANCELLED" is two states; a number or a currency is itself. */
const inEither = (value: string): string =>
  value
    .split(' or ')
    .map((word) => states[word] ?? word)
    .join(' ou ');
