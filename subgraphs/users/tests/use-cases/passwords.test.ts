// The pool that hashes: its bound, and what bcrypt would do if it were asked directly.
import { availableParallelism } from 'node:os';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import bcrypt from 'bcrypt';
import { expect, test } from 'vitest';
import { openPasswords } from '../../src/data/secrets/passwords.js';
import { codeOf } from '../lab/open-lab.js';

const made = async (passwords: ReturnType<typeof openPasswords>, password: string): Promise<string> => {
  const hash = await passwords.hash(password);
  if (isRefusal(hash)) throw new Error(hash.code);
  return hash;
};

test('as many as there are cores run, 50 wait, and the next is told BUSY at once', async () => {
  const width = availableParallelism();
  let running = 0;
  let most = 0;
  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const engine = {
    hash: async () => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
      return 'hash';
    },
    compare: async () => false,
  };
  const passwords = openPasswords(4, engine);
  running = 0; // what is made for nobody does not count
  const taken = Array.from({ length: width + 50 }, () => passwords.hash('password'));
  expect(codeOf(await passwords.hash('one more'))).toBe('BUSY');
  expect(codeOf(await passwords.verify('one more', null))).toBe('BUSY');
  finish();
  expect((await Promise.all(taken)).filter(isRefusal)).toEqual([]);
  expect(most).toBeLessThanOrEqual(width + 1);
  expect(isRefusal(await passwords.hash('after'))).toBe(false);
});

test('equal passwords have different hashes; both forms of an accent are one password', async () => {
  const passwords = openPasswords(4);
  const [one, two] = [await made(passwords, 'caf\u00e9 noir'), await made(passwords, 'caf\u00e9 noir')];
  expect(one).not.toBe(two);
  expect(await passwords.verify('cafe\u0301 noir', one)).toBe(true);
  expect(await passwords.verify('cafe noir', one)).toBe(false);
});

test('what follows a NUL counts', async () => {
  const passwords = openPasswords(4);
  const hash = await made(passwords, 'before\u0000after');
  expect(await passwords.verify('before\u0000after', hash)).toBe(true);
  expect(await passwords.verify('before\u0000other', hash)).toBe(false);
});

test('negative control: bcrypt alone takes two passwords that share 72 bytes for one', async () => {
  const shared = 'p'.repeat(72);
  const hash = await bcrypt.hash(`${shared}one`, 4);
  expect(await bcrypt.compare(`${shared}two`, hash)).toBe(true);
  expect(await openPasswords(4).verify(`${shared}two`, `bcrypt:${hash}`)).toBe(false);
});

test('a hash of another scheme is no password’s, and outdated', async () => {
  const passwords = openPasswords(4);
  expect(await passwords.verify('password', 'argon2id:$argon2id$v=19$...')).toBe(false);
  expect(passwords.isOutdated('argon2id:$argon2id$v=19$...')).toBe(true);
  expect(openPasswords(5).isOutdated(await made(passwords, 'password'))).toBe(true);
  expect(passwords.isOutdated(await made(passwords, 'password'))).toBe(false);
});
