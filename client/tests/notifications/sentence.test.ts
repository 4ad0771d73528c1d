// What a notification says in both languages, with its facts as people write them.
import { expect, test } from 'vitest';
import { sentenceOf, type Told } from '../../src/pages/notifications/notification-sentence';
import { notificationWords } from '../../src/pages/notifications/notification-words';

const told = (kind: Told['kind'], parameters: Record<string, string> = {}): Told => ({
  kind,
  title: 'what the server says',
  parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('who did it is named', () => {
  const notification = told('FOLLOWED', { actor: 'Sarah Cohen' });
  expect(sentenceOf(notification, 'en')).toBe('Sarah Cohen follows you now');
  expect(sentenceOf(notification, 'fr')).toBe('Sarah Cohen vous suit désormais');
});

test('money is written as money', () => {
  const notification = told('ORDER_CONFIRMED', { amountMinor: '14200', currency: 'EUR' });
  expect(sentenceOf(notification, 'en')).toBe('Your order of €142.00 is confirmed');
  expect(plain(sentenceOf(notification, 'fr'))).toBe('Votre commande de 142,00 € est confirmée');
});

test('numbers and moments are written as the language does', () => {
  const alert = told('ALERT_OPENED', { monitor: 'Kitchen', value: '31.456', threshold: '30' });
  expect(sentenceOf(alert, 'fr')).toBe('Alerte sur Kitchen : 31,46, pour un seuil de 30');
  const appointment = told('APPOINTMENT_CONFIRMED', { actor: 'Léa', startsAt: '2026-11-24T09:00:00.000Z' });
  expect(sentenceOf(appointment, 'en')).toMatch(/^Appointment with Léa confirmed: Nov 24, 2026, /);
});

test('without a fact, and for a kind without words, the server’s line stands', () => {
  expect(sentenceOf(told('COMMENT_ADDED'), 'en')).toBe('what the server says');
  expect(sentenceOf(told('OTHER', { title: 'x' }), 'fr')).toBe('what the server says');
  expect(sentenceOf(told('OF_TOMORROW' as Told['kind']), 'fr')).toBe('what the server says');
});

test('what a person wrote is not read as a pattern', () => {
  expect(sentenceOf(told('FOLLOWED', { actor: '{title} $& $1' }), 'en')).toBe('{title} $& $1 follows you now');
});

test('both languages speak of the same facts', () => {
  const factsIn = (text: string) => new Set([...text.matchAll(/\{\w+\}/g)].map(String));
  for (const kind of Object.keys(notificationWords.en.sentences) as Told['kind'][]) {
    expect(factsIn(notificationWords.fr.sentences[kind])).toEqual(factsIn(notificationWords.en.sentences[kind]));
  }
});
