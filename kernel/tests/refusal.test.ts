// Refusals and the fingerprints of inputs: stable codes, sentences with their numbers, the same input seen as the same.
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../idempotency/fingerprint.js';
import { refusals, refuse } from '../refusal/catalogue.js';
import { AccessError, isRefusal, RefusedError } from '../refusal/refusal.js';

describe('a refusal', () => {
  const ofRooms = refusals({ TOO_LONG: 'At most {limit} characters, not {length}.' });

  it('speaks of its parameters and keeps them', () => {
    const refusal = ofRooms('TOO_LONG', { limit: 10, length: 12 }).at('input', 'title');
    expect(refusal).toMatchObject({
      code: 'TOO_LONG',
      message: 'At most 10 characters, not 12.',
      parameters: { limit: 10, length: 12 },
      path: ['input', 'title'],
    });
    expect(isRefusal(refusal)).toBe(true);
    expect(isRefusal({ ...refusal })).toBe(false);
  });

  it('without its parameter is a bug that says so', () => {
    expect(() => ofRooms('TOO_LONG', { limit: 10 })).toThrow('refusal TOO_LONG needs the parameter length');
  });

  it('does not read its parameters as sentences', () => {
    expect(refuse('BAD_INPUT', { reason: '{limit} $& $1' }).message).toBe('This value cannot be used: {limit} $& $1');
  });

  it('can leave as an error', () => {
    expect(new RefusedError(refuse('NOT_FOUND')).message).toBe('There is no such thing, or it is not yours to see.');
    expect([new AccessError('FORBIDDEN').code, new AccessError('UNAUTHENTICATED').message]).toEqual([
      'FORBIDDEN',
      'Sign in first.',
    ]);
  });
});

describe('a fingerprint', () => {
  it('does not depend on the order or on undefined members', () => {
    expect(fingerprint({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(fingerprint({ b: { c: [1, 2] }, a: 1 }));
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [{ at: new Date(1) }, { at: new Date(2) }],
    [{ a: { b: 1 } }, { a: 1, b: 1 }],
    [null, 'null'],
  ])('tells %j from %j', (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it('takes nothing at all for null', () => {
    expect(fingerprint(undefined)).toBe(fingerprint(null));
  });
});
