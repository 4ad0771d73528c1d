// One sentence for each kind of notification that we know, and one for all others: a kind that is new elsewhere is still
// mailed, only less precisely.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import type { MailParameters } from '../../domain/mail.js';

const about = (parameters: MailParameters, ...names: string[]): string => {
  const found = names.map((name) => parameters[name]).find((value) => value !== undefined && value !== '');
  return found === undefined ? '' : String(found);
};
const of = (parameters: MailParameters) => about(parameters, 'title', 'monitor', 'name');
const who = (parameters: MailParameters) => about(parameters, 'actor', 'author', 'person');

type Sentence = (parameters: MailParameters) => string;

const quoted =
  (before: string, open: string, close: string): Sentence =>
  (parameters) =>
    of(parameters) ? `${before}${open}${of(parameters)}${close}` : before;
const en = (before: string): Sentence => quoted(before, ': “', '”');
const fr = (before: string): Sentence => quoted(before, ' : « ', ' »');

/** Keyed by the beginning of the kind, because kinds of one family read alike; the longest that fits counts. */
const sentences: Readonly<Record<Locale, Readonly<Record<string, Sentence>>>> = {
  en: {
    '': en('There is news for you'),
    ALERT: en('An alert is open'),
    APPOINTMENT: en('One of your appointments changed'),
    EVENT: en('There is news about an event'),
    SEAT: en('A seat is free for you'),
    ORDER: en('There is news about your order'),
    ENROLLMENT: en('There is news about a course'),
    CERTIFICATE: en('You have a certificate'),
    COACH: en('There is news about your application as a coach'),
    MESSAGE: en('You have a new message'),
    COMMENT: en('There is a new comment'),
  },
  fr: {
    '': fr('Il y a du nouveau pour vous'),
    ALERT: fr('Une alerte est ouverte'),
    APPOINTMENT: fr('Un de vos rendez-vous a changé'),
    EVENT: fr('Il y a du nouveau pour un événement'),
    SEAT: fr('Une place s’est libérée pour vous'),
    ORDER: fr('Il y a du nouveau pour votre commande'),
    ENROLLMENT: fr('Il y a du nouveau pour une formation'),
    CERTIFICATE: fr('Vous avez un certificat'),
    COACH: fr('Il y a du nouveau pour votre candidature de coach'),
    MESSAGE: fr('Vous avez un nouveau message'),
    COMMENT: fr('Il y a un nouveau commentaire'),
  },
};

/** `parameters.kind` is the notification's kind. Without a full stop, on one line: it is also the subject. */
export function newsIn(locale: Locale, parameters: MailParameters): string {
  const kind = String(parameters['kind'] ?? '');
  const known = Object.keys(sentences[locale])
    .filter((family) => kind === family || family === '' || kind.startsWith(`${family}_`))
    .sort((a, b) => b.length - a.length);
  const sentence = sentences[locale][known[0] ?? '']?.(parameters) ?? '';
  const actor = who(parameters);
  return (actor ? `${sentence} (${actor})` : sentence).replace(/\s+/g, ' ').slice(0, 200);
}
