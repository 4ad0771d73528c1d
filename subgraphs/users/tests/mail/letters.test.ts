// What the letters say, in both languages.
import { isIdOf, mintId } from '@mosaic/kernel/values/ids';
import { describe, expect, test } from 'vitest';
import { newsIn } from '../../src/data/mail/news.js';
import { writeLetter } from '../../src/data/mail/write-letter.js';
import { Mail, type MailKind } from '../../src/domain/mail.js';
import { User } from '../../src/domain/user.js';

const kinds: readonly MailKind[] = ['WELCOME', 'VERIFY_EMAIL', 'RESET_PASSWORD', 'NOTIFICATION'];
const user = (locale: 'en' | 'fr') =>
  Object.assign(new User(), { displayName: 'Zoé', email: 'zoe@people.test', locale, id: mintId('User') });
const mail = (kind: MailKind) =>
  Object.assign(new Mail(), { id: mintId('Mail'), kind, parameters: { kind: 'ORDER_PAID' }, madeAt: new Date(0) });

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
  test.each(kinds)('%s greets its reader and carries its link alone on a line', (kind) => {
    const token = kind === 'NOTIFICATION' ? null : 'T0ken';
    const letter = writeLetter(mail(kind), user(locale), 'https://mosaic.test', token);
    expect(letter).toMatchObject({ to: 'zoe@people.test', language: locale, date: new Date(0) });
    expect(isIdOf('Mail', letter.id)).toBe(true);
    expect(letter.subject).toMatch(/^[^\n]{5,200}$/);
    expect(letter.text.startsWith(locale === 'fr' ? 'Bonjour Zoé,\n' : 'Hello Zoé,\n')).toBe(true);
    const lines = letter.text.split('\n');
    expect(lines.filter((line) => /^https:\/\/mosaic\.test\/[a-z-]+(#token=T0ken)?$/.test(line))).toHaveLength(1);
    expect(letter.text.includes('#token=T0ken')).toBe(token !== null);
  });

  test('no kind says what another says', () => {
    const subjects = kinds.map((kind) => writeLetter(mail(kind), user(locale), 'https://mosaic.test', null).subject);
    expect(new Set(subjects).size).toBe(kinds.length);
  });
});

test.each([
  ['en', { kind: 'ALERT_OPENED', title: 'Weight' }, 'An alert is open: “Weight”'],
  ['fr', { kind: 'ALERT_OPENED', title: 'Poids' }, 'Une alerte est ouverte : « Poids »'],
  ['en', { kind: 'COMMENT_ADDED', actor: 'Ben' }, 'There is a new comment (Ben)'],
  ['fr', { kind: 'SOMETHING_NEW' }, 'Il y a du nouveau pour vous'],
  ['en', { kind: 'ORDERLY' }, 'There is news for you'],
  ['en', { kind: 'EVENT_MOVED', title: 'A\r\nBcc: x@y.test' }, 'There is news about an event: “A Bcc: x@y.test”'],
] as const)('news in %s: %j', (locale, parameters, sentence) => {
  expect(newsIn(locale, parameters)).toBe(sentence);
});
