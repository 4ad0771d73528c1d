// Signing in: one answer and the same work for a wrong password and no account; rehashing; races with a new password.
import bcrypt from 'bcrypt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, openPasswords } from '../../src/data/secrets/passwords.js';
import { changePassword } from '../../src/use-cases/change-password.js';
import { signIn } from '../../src/use-cases/sign-in.js';
import { numberOf, rowsOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab, PASSWORD } from '../lab/open-lab.js';

let lab: Lab;
/** The cost of every comparison and every hash, in order. */
const work: string[] = [];
const engine: Engine = {
  hash: (password, cost) => {
    work.push(`hash ${cost}`);
    return bcrypt.hash(password, cost);
  },
  compare: (password, hash) => {
    work.push(`compare ${bcrypt.getRounds(hash)}`);
    return bcrypt.compare(password, hash);
  },
};

beforeAll(async () => {
  lab = await openLab({ engine });
});
afterAll(() => lab.close());

const traced = async <T>(what: () => Promise<T>) => {
  work.length = 0;
  lab.queries.length = 0;
  const outcome = await what();
  // Values differ; the statements must not.
  return { outcome, work: [...work], statements: lab.queries.filter((sql) => sql.startsWith('[query]')).map(shapeOf) };
};
const shapeOf = (line: string) => line.replace(/'[^']*'/g, '?').replace(/\[took.*$/, '');

test('begins a session, whatever the case of the address and the form of the password', async () => {
  const { user } = await lab.newcomer({ email: 'ada@people.test', password: 'cafe\u0301 au lait' });
  const again = granted(await signIn(lab.rooms, { email: ' ADA@people.test ', password: 'caf\u00e9 au lait' }));
  expect(again.user.id).toBe(user.id);
  expect(await numberOf(lab, 'sessions where user_id = ?', [user.id])).toBe(2);
});

test('a wrong password and an unknown account: the same refusal, the same hashing, the same statements', async () => {
  const { user } = await lab.newcomer({ email: 'known@people.test' });
  const wrong = await traced(() => signIn(lab.rooms, { email: 'known@people.test', password: 'wrong password' }));
  const unknown = await traced(() => signIn(lab.rooms, { email: 'unknown@people.test', password: 'wrong password' }));
  expect(wrong.outcome).toEqual(unknown.outcome);
  expect(codeOf(wrong.outcome)).toBe('WRONG_CREDENTIALS');
  expect(wrong.work).toEqual(['compare 4']);
  expect(unknown.work).toEqual(wrong.work);
  expect(wrong.statements.length).toBeGreaterThan(2);
  expect(unknown.statements).toEqual(wrong.statements);
  expect(await numberOf(lab, 'sessions where user_id = ?', [user.id])).toBe(1);
});

test.each(['', 'nobody', 'a\u0000b@people.test', 'x'.repeat(100_000)])(
  'what is no address is refused alike: %#',
  async (email) => {
    const outcome = await traced(() => signIn(lab.rooms, { email, password: PASSWORD }));
    expect(codeOf(outcome.outcome)).toBe('WRONG_CREDENTIALS');
    expect(outcome.work).toEqual(['compare 4']);
  },
);

test('the times of both are alike: lower quartiles within 20 %', async () => {
  // Cost 8, so that what is measured is the hashing and not the noise; without backoff, straight at the pool.
  const passwords = openPasswords(8);
  const stored = await passwords.hash(PASSWORD);
  if (typeof stored !== 'string') throw new Error('refused');
  await passwords.verify('warm', stored);
  const known: number[] = [];
  const unknown: number[] = [];
  const time = async (into: number[], hash: string | null) => {
    const from = performance.now();
    expect(await passwords.verify('wrong password', hash)).toBe(false);
    into.push(performance.now() - from);
  };
  for (let n = 0; n < 31; n += 1) {
    await time(known, stored);
    await time(unknown, null);
  }
  // The quick quarter shows the work itself; the slow half shows who else uses this machine.
  const quartile = (values: number[]) => values.sort((a, b) => a - b)[8] ?? 0;
  const ratio = quartile(known) / quartile(unknown);
  expect(ratio).toBeGreaterThan(0.8);
  expect(ratio).toBeLessThan(1.25);
});

test('a password of more than 72 bytes never signs in, though its first 72 are right', async () => {
  const password = 'p'.repeat(72);
  await lab.newcomer({ email: 'long@people.test', password });
  expect(codeOf(await signIn(lab.rooms, { email: 'long@people.test', password: `${password}x` }))).toBe(
    'WRONG_CREDENTIALS',
  );
  expect(granted(await signIn(lab.rooms, { email: 'long@people.test', password })).user.email).toBe('long@people.test');
});

test('a hash weaker than today’s is replaced at the next sign-in, once', async () => {
  const { user } = await lab.newcomer({ email: 'old@people.test' });
  const today = { ...lab.rooms, passwords: openPasswords(5, engine) };
  const hashes = () => rowsOf(lab, 'select password_hash from credentials where user_id = ?', [user.id]);
  work.length = 0;
  granted(await signIn(today, { email: 'old@people.test', password: PASSWORD }));
  expect(work).toEqual(['compare 4', 'hash 5']);
  const replaced = await hashes();
  expect(replaced).toEqual([{ password_hash: expect.stringMatching(/^bcrypt:\$2b\$05\$/) }]);
  granted(await signIn(today, { email: 'old@people.test', password: PASSWORD }));
  expect(await hashes()).toEqual(replaced);
});

test('a sign-in that verified the old password cannot begin a session after the password changed', async () => {
  const { user } = await lab.newcomer({ email: 'race@people.test' });
  const viewer = { id: user.id, sessionId: 'none', role: 'USER' };
  let isFirst = true;
  // The change happens between the verification and the session: the schedule a thief would want.
  const passwords = {
    ...lab.rooms.passwords,
    verify: async (password: string, stored: string | null) => {
      const isRight = await lab.rooms.passwords.verify(password, stored);
      if (isFirst) {
        isFirst = false;
        granted(await changePassword(lab.rooms, viewer, { currentPassword: PASSWORD, newPassword: 'another one' }));
      }
      return isRight;
    },
  };
  const outcome = await signIn({ ...lab.rooms, passwords }, { email: 'race@people.test', password: PASSWORD });
  expect(codeOf(outcome)).toBe('WRONG_CREDENTIALS');
  expect(await numberOf(lab, 'sessions where user_id = ? and ended_at is null', [user.id])).toBe(0);
});
