// A grant is good for one thing, one asker, and a while; everything else is nothing.
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { Secret } from '../config/secret.js';
import { GrantSeal } from '../identity/grant.js';
import { later, minutes } from '../values/time.js';

const seal = new GrantSeal(new Secret(randomBytes(32)));
const now = new Date('2026-11-21T10:04:00Z');
const grant = seal.seal({ thing: 'm1', by: 'ada', to: 'bob' }, now);

it('opens for whom it was made, and says whose word it is', () => {
  expect(seal.open(grant, 'bob', now)).toMatchObject({ thing: 'm1', by: 'ada', to: 'bob' });
});

it('opens for nobody else', () => {
  expect(seal.open(grant, 'eve', now)).toBe(null);
  expect(seal.open(grant, null, now)).toBe(null);
});

it('opens for everybody when it was made for everybody', () => {
  const open = seal.seal({ thing: 'm1', by: 'ada', to: null }, now);
  expect(seal.open(open, null, now)?.thing).toBe('m1');
  expect(seal.open(open, 'eve', now)?.thing).toBe('m1');
});

it('lives ten to twenty minutes, and is the same text while it does', () => {
  expect(seal.open(grant, 'bob', later(now, minutes(10)))).not.toBe(null);
  expect(seal.open(grant, 'bob', later(now, minutes(16)))).toBe(null);
  expect(seal.seal({ thing: 'm1', by: 'ada', to: 'bob' }, later(now, minutes(5)))).toBe(grant);
});

it('opens for nothing that was not sealed here', () => {
  const [text = '', mac = ''] = grant.split('.');
  const other = Buffer.from(JSON.stringify({ thing: 'm2', by: 'ada', to: 'bob', until: 9e15 })).toString('base64url');
  const foreign = new GrantSeal(new Secret(randomBytes(32))).seal({ thing: 'm1', by: 'ada', to: 'bob' }, now);
  for (const forged of [`${other}.${mac}`, `${text}.`, `${text}.${mac}.x`, text, '', 'x'.repeat(5_000), foreign])
    expect(seal.open(forged, 'bob', now)).toBe(null);
});
