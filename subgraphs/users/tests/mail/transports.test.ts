// Both transports: files, and SMTP against a real server.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@mosaic/kernel/config/secret';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { fileTransport } from '../../src/data/mail/file-transport.js';
import { type Letter, Undeliverable } from '../../src/data/mail/letter.js';
import { openTransport } from '../../src/data/mail/open-transport.js';
import { smtpTransport } from '../../src/data/mail/smtp-transport.js';

const FROM = 'Mosaic <hello@mosaic.test>';
const letter: Letter = {
  id: 'TWFpbDox',
  to: 'zoe@people.test',
  subject: 'Bienvenue, Zoé',
  text: `Bonjour Zoé,\n\nhttps://mosaic.test/verify-email#token=${'x'.repeat(43)}\n`,
  language: 'fr',
  date: new Date('2026-11-21T09:00:00Z'),
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const expectLetter = async (bytes: Buffer) => {
  const mail = await PostalMime.parse(bytes);
  expect(mail).toMatchObject({
    from: { name: 'Mosaic', address: 'hello@mosaic.test' },
    to: [{ address: 'zoe@people.test' }],
    subject: letter.subject,
    messageId: '<TWFpbDox@mosaic.test>',
    date: '2026-11-21T09:00:00.000Z',
  });
  expect(mail.text?.trim()).toBe(letter.text.trim());
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('content-language')).toBe('fr');
};

test('a file per letter, named after the mail; sent again, it is the same file', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'mosaic-mails-')), 'not', 'there', 'yet');
  closers.push(() => rmSync(directory, { recursive: true, force: true }));
  const transport = fileTransport(directory, FROM);
  await transport.send(letter);
  await transport.send(letter);
  expect(readdirSync(directory)).toEqual(['TWFpbDox.eml']);
  await expectLetter(readFileSync(join(directory, 'TWFpbDox.eml')));
  transport.close();
});

interface Post {
  url: Secret;
  received: Buffer[];
  logins: string[];
  answers: number[];
}

/** A real SMTP server; `answers` are the codes it refuses with, one per mail, before it takes any. */
async function openPost(answers: number[] = []): Promise<Post> {
  const post: Post = { url: new Secret(''), received: [], logins: [], answers };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) => {
      post.logins.push(`${username}:${password}`);
      done(null, { user: username });
    },
    onRcptTo: (_, __, done) => {
      const code = post.answers.shift();
      done(code ? Object.assign(new Error('not now'), { responseCode: code }) : null);
    },
    onData: (stream, _, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        post.received.push(Buffer.concat(parts));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  post.url = new Secret(`smtp://post:s3cret@127.0.0.1:${port}`);
  return post;
}

test('a letter arrives by SMTP as it was written, after signing in', async () => {
  const post = await openPost();
  const transport = smtpTransport(post.url, FROM);
  closers.push(() => transport.close());
  await transport.send(letter);
  expect(post.received).toHaveLength(1);
  await expectLetter(post.received[0] ?? Buffer.alloc(0));
  expect(post.logins).toEqual(['post:s3cret']);
});

test('a passing refusal may be tried again with the same letter; a lasting one is Undeliverable', async () => {
  const post = await openPost([451, 550]);
  const transport = smtpTransport(post.url, FROM);
  closers.push(() => transport.close());
  const passing = await transport.send(letter).catch((error: unknown) => error);
  expect(passing).toBeInstanceOf(Error);
  expect(passing).not.toBeInstanceOf(Undeliverable);
  await expect(transport.send(letter)).rejects.toBeInstanceOf(Undeliverable);
  await transport.send(letter);
  await expectLetter(post.received[0] ?? Buffer.alloc(0));
});

test('a server that is away is an error that may pass', async () => {
  const transport = smtpTransport(new Secret('smtp://127.0.0.1:9'), FROM);
  closers.push(() => transport.close());
  const error = await transport.send(letter).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(Undeliverable);
});

test('the configuration chooses', async () => {
  const post = await openPost();
  const directory = mkdtempSync(join(tmpdir(), 'mosaic-mails-'));
  closers.push(() => rmSync(directory, { recursive: true, force: true }));
  const common = { MAIL_DIR: directory, MAIL_FROM: FROM };
  const byFile = openTransport({ ...common, SMTP_URL: undefined });
  const bySmtp = openTransport({ ...common, SMTP_URL: post.url });
  closers.push(() => bySmtp.close());
  await byFile.send(letter);
  expect([readdirSync(directory).length, post.received.length]).toEqual([1, 0]);
  await bySmtp.send(letter);
  expect([readdirSync(directory).length, post.received.length]).toEqual([1, 1]);
});
