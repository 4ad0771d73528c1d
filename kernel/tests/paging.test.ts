// Paging: keysets both ways, cursors that only work for the list and the viewer they were sealed for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../config/secret.js';
import { CursorSeal } from '../paging/cursor.js';
import { connectionOf, type Page, type PageArguments, readPage } from '../paging/page.js';
import { RefusedError } from '../refusal/refusal.js';

const seal = new CursorSeal(new Secret(Buffer.alloc(32, 1)));
const SCOPE = 'rooms:ada';
const codeOf = (read: () => unknown): string => {
  try {
    read();
    return 'accepted';
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : String(error);
  }
};

/** What a store does with a page over the numbers 1 to 10. */
function rowsOf({ size, direction, after, before }: Page): number[] {
  const all = Array.from({ length: 10 }, (_, n) => n + 1);
  const inside = all.filter((n) => n > Number(after?.[0] ?? 0) && n < Number(before?.[0] ?? 11));
  return direction === 'forward' ? inside.slice(0, size + 1) : inside.slice(-(size + 1));
}
const ask = (args: PageArguments) => {
  const page = readPage(seal, SCOPE, args);
  return connectionOf(seal, page, rowsOf(page), (n) => [n]);
};
const nodesOf = ({ edges }: ReturnType<typeof ask>) => edges.map(({ node }) => node);

describe('a walk', () => {
  it('forward meets every row once', () => {
    const seen: number[][] = [];
    let after: string | null = null;
    for (;;) {
      const page = ask({ first: 4, after });
      seen.push(nodesOf(page));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10],
    ]);
  });

  it('backward meets every row once, each page in list order', () => {
    const seen: number[][] = [];
    let before: string | null = null;
    for (;;) {
      const page = ask({ last: 4, before });
      seen.push(nodesOf(page));
      expect(page.pageInfo.hasNextPage).toBe(before !== null);
      before = page.pageInfo.startCursor;
      if (!page.pageInfo.hasPreviousPage) break;
    }
    expect(seen).toEqual([
      [7, 8, 9, 10],
      [3, 4, 5, 6],
      [1, 2],
    ]);
  });

  it('between two cursors stays between them', () => {
    const { edges } = ask({ first: 10 });
    expect(nodesOf(ask({ first: 10, after: edges[2]!.cursor, before: edges[6]!.cursor }))).toEqual([4, 5, 6]);
  });

  it('over nothing has no cursors', () => {
    const page = readPage(seal, SCOPE, { first: 3 });
    expect(connectionOf(seal, page, [], () => [1])).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('that ends exactly at the end knows it', () => {
    expect(ask({ first: 10 }).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(ask({ first: 9 }).pageInfo.hasNextPage).toBe(true);
  });
});

describe('bounds', () => {
  it.each<[string, PageArguments]>([
    ['neither first nor last', {}],
    ['both', { first: 1, last: 1 }],
    ['none', { first: 0 }],
    ['less than none', { last: -1 }],
    ['more than 100', { first: 101 }],
    ['both null', { first: null, last: null }],
  ])('%s is refused', (_, args) => {
    expect(codeOf(() => ask(args))).toBe('BAD_INPUT');
  });

  it('1 and 100 are fine', () => {
    expect([ask({ first: 1 }).edges.length, ask({ last: 100 }).edges.length]).toEqual([1, 10]);
  });
});

describe('a cursor', () => {
  const sealed = seal.seal(SCOPE, [5, 'id']);

  it('opens where it was sealed, whatever its key', () => {
    const keys = fc.array(fc.oneof(fc.integer(), fc.string({ maxLength: 40 })), { maxLength: 4 });
    fc.assert(
      fc.property(keys, (key) => {
        expect(seal.open(SCOPE, seal.seal(SCOPE, key))).toEqual(key);
      }),
    );
  });

  it.each([
    ['of another viewer', seal.seal('rooms:bob', [5])],
    ['of another list', seal.seal('messages:ada', [5])],
    ['of another key', new CursorSeal(new Secret(Buffer.alloc(32, 2))).seal(SCOPE, [5])],
    ['spelt another way', `${seal.seal(SCOPE, [5])}A`],
    ['with a space in it', `${seal.seal(SCOPE, [5])} `],
    ['without a seal', Buffer.from('[5]').toString('base64url')],
    ['with one letter changed', `${sealed.slice(0, -3)}${sealed.at(-3) === 'A' ? 'B' : 'A'}${sealed.slice(-2)}`],
    ['cut short', sealed.slice(0, 10)],
    ['of nothing', ''],
    ['far too long', 'A'.repeat(100_000)],
  ])('%s is refused', (_, cursor) => {
    expect(codeOf(() => ask({ first: 1, after: cursor }))).toBe('BAD_CURSOR');
    expect(codeOf(() => ask({ last: 1, before: cursor }))).toBe('BAD_CURSOR');
  });

  it('never throws on hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(seal.open(SCOPE, text)).toBeNull();
      }),
    );
  });
});
