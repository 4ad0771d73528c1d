import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeProfile, type Profile, readBio, readDisplayName } from '../../src/domain/profile.js';

const ada: Profile = { displayName: 'Ada', sortName: 'ada', bio: 'Numbers', locale: 'en' };

test('a name has 1 to 60 characters after cleaning', () => {
  expect(readDisplayName('x'.repeat(60))).toBe('x'.repeat(60));
  expect(readDisplayName('😀'.repeat(60))).toBe('😀'.repeat(60));
  expect(readDisplayName('x'.repeat(61))).toMatchObject({ code: 'BAD_INPUT', path: ['displayName'] });
  expect(readDisplayName(`${' '.repeat(500)}Ada`)).toBe('Ada');
});

test.each(['', '   ', '\u202e\u200b', '\u0000', '...', '\u0301'])(
  'a name that shows nothing is refused: %j',
  (text) => {
    expect(readDisplayName(text)).toMatchObject({ code: 'BAD_INPUT', path: ['displayName'] });
  },
);

test('a name is accepted exactly when it fits, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const name = readDisplayName(text);
      if (isRefusal(name)) return;
      expect([...name].length).toBeGreaterThanOrEqual(1);
      expect([...name].length).toBeLessThanOrEqual(60);
    }),
  );
});

test('a bio has at most 500 characters and may be empty', () => {
  expect(readBio('')).toBe('');
  expect(readBio('b'.repeat(500))).toBe('b'.repeat(500));
  expect(readBio('b'.repeat(501))).toMatchObject({ code: 'BAD_INPUT', path: ['bio'] });
});

test('what a change leaves out stays, and the sort name follows the name', () => {
  expect(changeProfile(ada, {})).toEqual(ada);
  expect(changeProfile(ada, { displayName: ' Élodie ' })).toEqual({
    ...ada,
    displayName: 'Élodie',
    sortName: 'elodie',
  });
  expect(changeProfile(ada, { bio: '', locale: 'fr' })).toEqual({ ...ada, bio: '', locale: 'fr' });
});

test('letters that only an invisible character kept apart are composed, and nothing turns a name around', () => {
  expect(readDisplayName('e\u200b\u0301')).toBe('é');
  expect(readDisplayName('A\u200bda\u202enimda')).toBe('Adanimda');
});
