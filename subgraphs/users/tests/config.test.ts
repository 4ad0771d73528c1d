// What stops the start.
import { generateKeyPairSync } from 'node:crypto';
import { ConfigError } from '@mosaic/kernel/config/read-config';
import { expect, test } from 'vitest';
import { readStoreConfig, readUsersConfig } from '../src/config.js';
import { environment } from './lab/open-lab.js';

const URL = 'postgresql://users:secret@127.0.0.1/users';
const problemsOf = (more: Record<string, string>) => {
  try {
    readUsersConfig(environment(URL, more));
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};
const jwk = (kid?: string) => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  ...(kid && { kid }),
});

test('one key or several; bcrypt costs 12 unless told otherwise', () => {
  const config = readUsersConfig(
    environment(URL, { MOSAIC_SIGNING_KEY: JSON.stringify(jwk('only')), PASSWORD_COST: '' }),
  );
  expect(config.MOSAIC_SIGNING_KEY.reveal().map(({ kid }) => kid)).toEqual(['only']);
  expect(config.PASSWORD_COST).toBe(12);
  expect(
    readUsersConfig(environment(URL))
      .MOSAIC_SIGNING_KEY.reveal()
      .map(({ kid }) => kid),
  ).toEqual(['first', 'second']);
});

test('secrets do not print', () => {
  const printed = JSON.stringify(readUsersConfig(environment(URL)));
  expect(printed).not.toContain('secret@');
  expect(printed).not.toContain('"d":');
});

test.each([
  ['a cheap hash in production', { NODE_ENV: 'production', PASSWORD_COST: '9' }, 'PASSWORD_COST'],
  ['a cost beyond reason', { PASSWORD_COST: '30' }, 'PASSWORD_COST'],
  ['a database of another kind', { DATABASE_URL: 'mongodb://x' }, 'DATABASE_URL'],
  ['no database', { DATABASE_URL: '' }, 'DATABASE_URL'],
  ['no issuer', { MOSAIC_ISSUER: '' }, 'MOSAIC_ISSUER'],
  ['a key that is no JSON', { MOSAIC_SIGNING_KEY: 'x' }, 'MOSAIC_SIGNING_KEY'],
  ['no key in a list', { MOSAIC_SIGNING_KEY: '[]' }, 'MOSAIC_SIGNING_KEY'],
  ['a key without a name', { MOSAIC_SIGNING_KEY: JSON.stringify(jwk()) }, 'MOSAIC_SIGNING_KEY'],
  ['a public key', { MOSAIC_SIGNING_KEY: JSON.stringify({ ...jwk('k'), d: undefined }) }, 'MOSAIC_SIGNING_KEY'],
  ['SMTP without a server', { MAIL_TRANSPORT: 'smtp' }, 'SMTP_URL'],
  ['a server that files do not need', { SMTP_URL: 'smtp://mail.test' }, 'SMTP_URL'],
  ['a server of another kind', { MAIL_TRANSPORT: 'smtp', SMTP_URL: 'https://mail.test' }, 'SMTP_URL'],
  ['an unknown transport', { MAIL_TRANSPORT: 'pigeon' }, 'MAIL_TRANSPORT'],
  ['a sender that is no address', { MAIL_FROM: 'Mosaic' }, 'MAIL_FROM'],
  ['a sender with a second header', { MAIL_FROM: 'M\r\nBcc: x <a@b.test>' }, 'MAIL_FROM'],
  ['links to nowhere', { PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL'],
  ['two keys of one name', { MOSAIC_SIGNING_KEY: JSON.stringify([jwk('k'), jwk('k')]) }, 'MOSAIC_SIGNING_KEY'],
])('%s stops the start and names the variable', (_, more, variable) => {
  const problems = problemsOf(more);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${variable}: `));
});

test('cost 10 is enough in production, and the tool needs only the database', () => {
  expect(problemsOf({ NODE_ENV: 'production', PASSWORD_COST: '10' })).toEqual([]);
  expect(readStoreConfig({ DATABASE_URL: URL }).DATABASE_URL.reveal()).toBe(URL);
});

test('mails go to files unless told otherwise, and links have one slash', () => {
  const config = readUsersConfig(environment(URL));
  expect(config).toMatchObject({ MAIL_TRANSPORT: 'file', PUBLIC_URL: 'http://127.0.0.1:4000' });
  expect(config.MAIL_DIR).toMatch(/mosaic-mails$/);
  const set = { MAIL_TRANSPORT: 'smtp', SMTP_URL: 'smtps://u:p@mail.test', PUBLIC_URL: 'https://mosaic.test/' };
  const smtp = readUsersConfig(environment(URL, { ...set, MAIL_FROM: 'hello@mosaic.test' }));
  expect(smtp).toMatchObject({ PUBLIC_URL: 'https://mosaic.test', MAIL_FROM: 'hello@mosaic.test' });
  expect(JSON.stringify(smtp)).not.toContain('u:p');
});
