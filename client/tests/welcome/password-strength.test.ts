// The meter is honest: long is better than odd, and what everybody chooses is weak.
import { expect, test } from 'vitest';
import { gradeOf } from '../../src/parts/password-strength';

test.each([
  ['', 'short'],
  ['a1B!x', 'short'],
  ['éééé', 'short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['12345678', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['Passw0rd1', 'weak'],
  ['Password2026!', 'weak'],
  ['azerty123456', 'weak'],
  ['tulipe42kx', 'weak'],
  ['tulipe42kx!7', 'fair'],
  ['my cat eats 3 blue fish', 'strong'],
  ['le chat boit du lait tiède', 'strong'],
  ['x7!Kq9#vLp2$wR', 'strong'],
])('%j is %s', (password, grade) => {
  expect(gradeOf(password)).toBe(grade);
});
