// Guessing, enumerating and confusing at the door, with passwords hashed as strongly as production asks at least.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { change, harmDone, look } from './attack.js';

const world = openWorld({ subgraphs: ['users', 'content'], env: { PASSWORD_COST: '10' } });
let router = '';

beforeAll(() => {
  router = world.current.urls.router[0] ?? '';
});

afterAll(async () => expect(await harmDone(world)).toEqual([]));

const signIn = (email: string, password: string) =>
  change(router, null, 'signIn', { email, password }, 'session { user { id } }');
const signUp = (email: string, password: string) =>
  change(router, null, 'signUp', { email, password, displayName: 'Someone' }, 'session { user { id } }');
const strange = () => `${randomUUID()}@people.test`;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('P1: an unknown account and a wrong password: the same bytes, and as much time', async () => {
  const { account } = await Person.signUp(router, 'Known');
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < 5; round += 1) {
    const known = await signIn(account.email, 'a wrong password');
    const unknown = await signIn(strange(), 'a wrong password');
    expect(unknown.data).toEqual(known.data);
    expect([known.refusals, unknown.refusals]).toEqual([['WRONG_CREDENTIALS'], ['WRONG_CREDENTIALS']]);
    times.known.push(known.ms);
    times.unknown.push(unknown.ms);
  }
  // One hash of cost 10 takes 50 ms and more: a path without it would be several times quicker.
  const ratio = median(times.unknown) / median(times.known);
  expect(ratio).toBeGreaterThan(0.33);
  expect(ratio).toBeLessThan(3);
});

test('P4: the sixth guess waits, known account or none, however the address is written; live sessions go on', async () => {
  const person = await Person.signUp(router, 'Guessed');
  for (const email of [person.account.email, strange()]) {
    const spellings = [email, email.toUpperCase(), ` ${email}`, `${email}\n`, email];
    const guesses = await Promise.all(spellings.map((spelling) => signIn(spelling, 'a guess of mine')));
    expect(guesses.flatMap(({ refusals }) => refusals)).toEqual(Array(5).fill('WRONG_CREDENTIALS'));
    expect((await signIn(email, person.account.password)).refusals).toEqual(['TOO_MANY_ATTEMPTS']);
  }
  expect((await look(router, person, '{ me { id } }')).data).toEqual({ me: { id: person.id } });
});

test('an address that only looks like another is nobody’s', async () => {
  const local = `kis.${randomUUID()}`;
  await Person.signUp(router, 'Kis', 'en', { email: `${local}@people.test`, password: 'the password' });
  for (const lookalike of [
    `\u212Ais${local.slice(3)}@people.test`, // the Kelvin sign lower-cases to k
    `k\u0131s${local.slice(3)}@people.test`, // dotless i upper-cases to I
    `k\u0130s${local.slice(3)}@people.test`,
    `ki\u017F${local.slice(3)}@people.test`, // long s upper-cases to S
    `\uFF4Bis${local.slice(3)}@people.test`, // full width, k after NFKC
    `${local}@people.test\u200B`,
    `${local}@people\u3002test`, // an ideographic full stop is a dot to IDNA
    `${local}@people.test\u0000`,
    `"${local}"@people.test`,
  ]) {
    expect((await signUp(lookalike, 'the password')).refusals, lookalike).toEqual(['BAD_INPUT']);
    expect((await signIn(lookalike, 'the password')).refusals, lookalike).toEqual(['WRONG_CREDENTIALS']);
  }
  expect((await signUp(`${local.toUpperCase()}@PEOPLE.TEST`, 'the password')).refusals).toEqual(['EMAIL_TAKEN']);
});

test('P2: what bcrypt would not read is refused by name; what it reads is told apart', async () => {
  const email = strange();
  const longest = 'p'.repeat(72);
  expect((await signUp(email, `${longest}p`)).refusals).toEqual(['PASSWORD_TOO_LONG']);
  expect((await signUp(email, 'p'.repeat(500_000))).refusals).toEqual(['PASSWORD_TOO_LONG']);
  expect((await signUp(email, '\u{1F511}'.repeat(19))).refusals).toEqual(['PASSWORD_TOO_LONG']);
  expect((await signUp(email, longest)).refusals).toEqual([]);
  expect((await signIn(email, `${longest}q`)).refusals).toEqual(['WRONG_CREDENTIALS']);
  expect((await signIn(email, `${longest.slice(1)}q`)).refusals).toEqual(['WRONG_CREDENTIALS']);
  expect((await signIn(email, longest)).refusals).toEqual([]);
  const accents = strange();
  expect((await signUp(accents, 'caf\u00e9 \u0000 noir')).refusals).toEqual([]);
  expect((await signIn(accents, 'cafe\u0301 \u0000 noir')).refusals).toEqual([]);
  expect((await signIn(accents, 'caf\u00e9 \u0000')).refusals).toEqual(['WRONG_CREDENTIALS']);
});

test('nobody but its owner finds a person by e-mail', async () => {
  const ada = await Person.signUp(router, 'Ada');
  const eve = await Person.signUp(router, 'Eve');
  const found = await look(
    router,
    eve,
    'query ($text: String!) { users(first: 5, search: $text) { edges { cursor } } }',
    {
      text: ada.account.email,
    },
  );
  expect(found.data.users.edges).toEqual([]);
  const { data } = await look(router, eve, 'query ($id: ID!) { user(id: $id) { email sessions { id } } }', {
    id: ada.id,
  });
  expect(data.user).toEqual({ email: null, sessions: null });
});
