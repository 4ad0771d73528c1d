// The quick word never lets anything through that nests too deep.
import { check, nat, property, string, stringMatching, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { opensAtMost } from '../../src/bounds/opens-at-most.js';

const opens = (bytes: Uint8Array) => bytes.filter((byte) => byte === 0x5b || byte === 0x7b).length;

/** The same bytes, beginning at another place of memory: whole words are read from aligned places only. */
function shifted(text: string, by: number): Uint8Array {
  const memory = new Uint8Array(Buffer.byteLength(text) + by + 16);
  const bytes = memory.subarray(by, by + Buffer.byteLength(text));
  bytes.set(Buffer.from(text));
  return bytes;
}

it('never says yes to a text with more, wherever it lies', () => {
  const texts = tuple(stringMatching(/^[[{\]}", a;\u00db\u007b]{0,80}$/), string(), nat(3), nat(90));
  const outcome = check(
    property(texts, ([hostile, any, by, limit]) => {
      const bytes = shifted(hostile + any, by);
      return !opensAtMost(bytes, limit) || opens(bytes) <= limit;
    }),
    { numRuns: 5_000 },
  );
  expect([outcome.failed, outcome.seed, outcome.counterexample]).toEqual([false, outcome.seed, null]);
});

it('says yes to an answer with fewer', () => {
  const text = JSON.stringify(Array.from({ length: 90 }, (_, at) => ({ id: at, text: 'x;Û~|z'.repeat(20) })));
  for (const by of [0, 1, 2, 3]) {
    const bytes = shifted(text, by);
    expect(opens(bytes)).toBe(91);
    expect(opensAtMost(bytes, 97)).toBe(true); // up to three bytes at each end are taken for brackets
    expect(opensAtMost(bytes, 90)).toBe(false);
  }
});
