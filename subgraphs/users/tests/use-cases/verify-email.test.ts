// Proving that an address is one's own; and the mails themselves: queued with the change, sent once, tried again.
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailTransport, Undeliverable } from '../../src/data/mail/letter.js';
import { unitOfWork } from '../../src/data/unit-of-work.js';
import { deliverMails } from '../../src/use-cases/deliver-mails.js';
import { mailNotification } from '../../src/use-cases/mail-notification.js';
import { requestEmailVerification } from '../../src/use-cases/request-email-verification.js';
import { signUp } from '../../src/use-cases/sign-up.js';
import { trustEmail, verifyEmail } from '../../src/use-cases/verify-email.js';
import { numberOf, rowsOf } from '../lab/look-inside.js';
import { deliverAll, mailTo, openMailbox, PUBLIC_URL, tokenIn } from '../lab/mailbox.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';
import { as } from '../lab/people.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const failing = (error: Error): MailTransport & { tries: number } => ({
  tries: 0,
  async send() {
    this.tries += 1;
    throw error;
  },
  close: () => {},
});

test('who signs up gets a letter in their language, and its link verifies the address once', async () => {
  const { user } = await lab.newcomer({ locale: 'fr', displayName: 'Élodie' });
  const [letter, ...more] = await mailTo(lab, user.email);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ subject: 'Bienvenue sur Mosaic', language: 'fr', date: user.createdAt });
  expect(letter?.text).toContain('Bonjour Élodie,');
  expect(letter?.text).toContain(`${PUBLIC_URL}/verify-email#token=`);
  expect(granted(await verifyEmail(lab.rooms, tokenIn(letter)))).toMatchObject({ id: user.id, version: 2 });
  expect(await numberOf(lab, 'users where id = ? and email_verified_at is not null', [user.id])).toBe(1);
  expect(await verifyEmail(lab.rooms, tokenIn(letter))).toMatchObject({ code: 'LINK_INVALID', path: ['token'] });
});

test('a sign-up that is refused mails nobody', async () => {
  const { user } = await lab.newcomer();
  await deliverAll(lab, openMailbox());
  const taken = { email: user.email, password: PASSWORD, displayName: 'Other', locale: 'en' } as const;
  expect(codeOf(await signUp(lab.rooms, taken))).toBe('EMAIL_TAKEN');
  expect(await deliverAll(lab, openMailbox())).toBe(0);
});

test('another link can be asked for, five times in 15 minutes, until the address is verified', async () => {
  const { user } = await lab.newcomer();
  await mailTo(lab, user.email);
  const viewer = as(user.id, 'USER');
  for (let n = 0; n < 5; n += 1) granted(await requestEmailVerification(lab.rooms, viewer));
  expect(codeOf(await requestEmailVerification(lab.rooms, viewer))).toBe('TOO_MANY_ATTEMPTS');
  const letters = await mailTo(lab, user.email);
  expect(letters).toHaveLength(5);
  granted(await verifyEmail(lab.rooms, tokenIn(letters[4])));
  lab.clock.advance(minutes(15));
  expect(codeOf(await requestEmailVerification(lab.rooms, viewer))).toBe('EMAIL_VERIFIED');
});

test('a link is too old after 30 minutes', async () => {
  const { user } = await lab.newcomer();
  const [letter] = await mailTo(lab, user.email);
  lab.clock.advance(minutes(30));
  expect(codeOf(await verifyEmail(lab.rooms, tokenIn(letter)))).toBe('LINK_INVALID');
});

test('a mail that fails is tried again later, as the same letter, and sent once', async () => {
  const { user } = await lab.newcomer();
  const away = failing(new Error('connection refused'));
  expect(await deliverAll(lab, away)).toBe(1);
  expect(await deliverAll(lab, away)).toBe(0);
  lab.clock.advance(seconds(30));
  expect(await deliverAll(lab, away)).toBe(1);
  expect(away.tries).toBe(2);
  const [waiting] = await rowsOf(lab, 'select id, tries, problem from mails where user_id = ?', [user.id]);
  expect(waiting).toMatchObject({ tries: 2, problem: 'Error: connection refused' });
  lab.clock.advance(minutes(1));
  const [letter] = await mailTo(lab, user.email);
  expect(letter?.id).toBe((waiting as { id: string }).id);
  expect(await deliverAll(lab, away)).toBe(0);
  granted(await verifyEmail(lab.rooms, tokenIn(letter)));
});

test('a mail that the other side refuses for good is not tried again', async () => {
  await lab.newcomer();
  const final = failing(new Undeliverable('the server answered 550'));
  await deliverAll(lab, final);
  lab.clock.advance(minutes(20));
  expect(await deliverAll(lab, final)).toBe(0);
  expect(final.tries).toBe(1);
});

test('a mail whose link would be too old is given up', async () => {
  const { user } = await lab.newcomer();
  lab.clock.advance(minutes(30));
  expect(await mailTo(lab, user.email)).toEqual([]);
  expect(await numberOf(lab, 'mails where user_id = ? and due_at is null and sent_at is null', [user.id])).toBe(1);
});

test('of five processes that empty the queue at once each mail is sent by one', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, () => lab.newcomer()));
  const mailbox = openMailbox();
  await Promise.all(Array.from({ length: 5 }, () => deliverAll(lab, mailbox)));
  expect(mailbox.letters).toHaveLength(30);
  expect(new Set(mailbox.letters.map(({ to }) => to))).toEqual(new Set(people.map(({ user }) => user.email)));
});

test('who took a mail and died leaves it to another, two minutes later', async () => {
  const { user } = await lab.newcomer();
  const dying: MailTransport = { send: () => new Promise(() => {}), close: () => {} };
  void deliverMails(lab.rooms, { transport: dying, publicUrl: PUBLIC_URL });
  await expect.poll(() => numberOf(lab, 'mails where user_id = ? and tries = 1', [user.id])).toBe(1);
  expect(await mailTo(lab, user.email)).toEqual([]);
  lab.clock.advance(minutes(2));
  expect(await mailTo(lab, user.email)).toHaveLength(1);
});

const news = (userId: string) => ({ userId, kind: 'ALERT_OPENED', parameters: { title: 'Resting pulse' } });

test('news is mailed to an address that was verified, and to no other', async () => {
  const { user } = await lab.newcomer({ locale: 'fr' });
  await mailTo(lab, user.email);
  const tell = () => lab.rooms.transact((unit) => mailNotification(unit, news(user.id)));
  await tell();
  expect(await mailTo(lab, user.email)).toEqual([]);
  granted(await trustEmail(lab.rooms, user.email));
  await tell();
  const letters = await mailTo(lab, user.email);
  expect(letters.map(({ subject }) => subject)).toEqual(['Une alerte est ouverte : « Resting pulse »']);
  expect(letters[0]?.text).toContain(`${PUBLIC_URL}/notifications`);
});

test('a mute unit queues nothing', async () => {
  const before = await numberOf(lab, 'mails');
  const { user } = await lab.newcomer();
  const mute = { ...lab.rooms, transact: unitOfWork(lab.rooms.orm, lab.clock, { isMute: true }) };
  granted(await requestEmailVerification(mute, as(user.id, 'USER')));
  expect(await numberOf(lab, 'mails')).toBe(before + 1);
});
