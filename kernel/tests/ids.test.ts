// Ids: they name their type, survive the round trip, and nothing else passes for one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFrom, isIdOf, mintId, typeOfId } from '../values/ids.js';

const types = fc.stringMatching(/^[A-Z][A-Za-z]{0,30}$/);
const uuids = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('name their type, fit in 64 characters, and differ', () => {
  const ids = Array.from({ length: 1_000 }, () => mintId('Notification'));
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect([typeOfId(id), id.length <= 64]).toEqual(['Notification', true]);
  expect(isIdOf('Notification', ids[0]!)).toBe(true);
  expect(isIdOf('User', ids[0]!)).toBe(false);
});

it('carry the 16 bytes of a version 7 UUID, so that later ids sort later within a type', () => {
  const bytes = Buffer.from(mintId('User'), 'base64url').subarray(-16);
  expect(bytes[6]! >> 4).toBe(7);
  const ids = Array.from({ length: 100 }, () => Buffer.from(mintId('User'), 'base64url').toString('latin1'));
  expect([...ids].sort()).toEqual(ids);
});

it('survive the round trip whatever their bytes', () => {
  fc.assert(fc.property(types, uuids, (type, uuid) => typeOfId(idFrom(type, uuid)) === type));
});

it('any other text names no type and throws nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const type = typeOfId(text);
      expect(type === null || idFrom(type, Buffer.from(text, 'base64url').subarray(-16)) === text).toBe(true);
    }),
  );
});

describe('hostile texts', () => {
  const good = idFrom('User', Buffer.alloc(16, 7));
  const raw = (text: string) => Buffer.from(text, 'latin1').toString('base64url');
  it.each([
    ['nothing', ''],
    ['an id cut short', good.slice(0, -1)],
    ['an id with a letter more', `${good}A`],
    ['padding', `${good}=`],
    ['base64 of the other alphabet', Buffer.alloc(21, 0xff).toString('base64')],
    ['a line feed at the end', `${good}\n`],
    ['a small letter first', raw(`user:${'x'.repeat(16)}`)],
    ['no type', raw(`:${'x'.repeat(16)}`)],
    ['a type with a colon', raw(`A:B:${'x'.repeat(16)}`)],
    ['a type that is code', raw(`User' or 1=1:${'x'.repeat(16)}`)],
    ['the name of a prototype member', raw(`__proto__:${'x'.repeat(16)}`)],
    ['far too much', 'A'.repeat(1_000_000)],
  ])('%s is no id', (_, text) => {
    expect(typeOfId(text)).toBeNull();
  });
});
