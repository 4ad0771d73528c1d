// The chain by itself: what it covers, and that nothing can be done to it unnoticed.
import { mintId } from '@mosaic/kernel/values/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditEntry, type ChainHead, chainAct, findBreak, genesis } from '../../src/domain/audit-entry.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';

const act = (n: number) => ({
  id: mintId('AuditEntry'),
  actorId: `actor ${n}`,
  action: 'changeUserRole',
  subjectId: `subject ${n}`,
  details: { to: 'ADMIN', from: 'USER' },
  occurredAt: new Date(1_795_000_000_000 + n),
});

function chainOf(length: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let n = 0; n < length; n += 1) chain.push(chainAct(chain.at(-1) ?? genesis, act(n)));
  return chain;
}

/** The index at which a chain breaks; -1 while it is intact. */
function breakOf(chain: readonly AuditEntry[]): number {
  let head: ChainHead = genesis;
  return chain.findIndex((entry) => {
    const reason = findBreak(head, entry);
    head = entry;
    return reason !== null;
  });
}

test('positions have no gap, and each entry names the digest before it', () => {
  const chain = chainOf(3);
  expect(chain.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(chain[0]?.previousDigest).toBe('0'.repeat(64));
  expect(chain[1]?.previousDigest).toBe(chain[0]?.digest);
  expect(chain[2]?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(breakOf(chain)).toBe(-1);
});

test('a digest is what anybody computes from the entry', () => {
  const entry = chainAct(genesis, {
    id: 'i',
    actorId: 'a',
    action: 'x',
    subjectId: 's',
    details: { b: 1, a: null },
    occurredAt: new Date('2026-11-21T09:00:00.000Z'),
  });
  expect(entry.details).toBe('{"a":null,"b":1}');
  // printf '%s' '[1,"000...","i","a","x","s","{\"a\":null,\"b\":1}","2026-11-21T09:00:00.000Z"]' | sha256sum
  expect(entry.digest).toBe('cf2197f8d5dd6ada1ec83d9ade63cd6fd458333af5cedc56247706f6e40c0b91');
});

const fields = ['id', 'actorId', 'action', 'subjectId', 'details', 'previousDigest', 'digest'] as const;

test('whatever is changed in whatever entry, the chain breaks there', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.constantFrom(...fields), fc.string({ minLength: 1 }), (at, field, junk) => {
      const chain = chainOf(10);
      const entry = chain[at] as AuditEntry;
      entry[field] = `${entry[field]}${junk}`;
      expect(breakOf(chain)).toBe(at);
    }),
    { numRuns: 60 },
  );
  const moved = chainOf(3);
  (moved[1] as AuditEntry).occurredAt = new Date(0);
  expect(breakOf(moved)).toBe(1);
});

test('an entry taken out, put in twice or swapped breaks it', () => {
  const chain = chainOf(6);
  expect(breakOf(chain.toSpliced(2, 1))).toBe(2);
  expect(breakOf(chain.toSpliced(2, 0, chain[1] as AuditEntry))).toBe(2);
  expect(breakOf(chain.toSpliced(2, 2, chain[3] as AuditEntry, chain[2] as AuditEntry))).toBe(2);
});

test('an entry that was changed and sealed anew breaks the one after it', () => {
  const chain = chainOf(4);
  chain[1] = chainAct(chain[0] as AuditEntry, act(99));
  expect(breakOf(chain)).toBe(2);
});

test('canonical JSON is one text for one value, and JSON', () => {
  expect(canonicalJson({ b: [1, 'é', null], a: { d: true, c: '\u0000' } })).toBe(
    '{"a":{"c":"\\u0000","d":true},"b":[1,"é",null]}',
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value);
      const shuffled = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(shuffled)).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(() => canonicalJson({ n: Number.NaN })).toThrow(TypeError);
});
