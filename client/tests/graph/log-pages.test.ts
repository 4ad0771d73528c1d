// A log joins its pages without a hole, without repeating anything, in order.
import { expect, test } from 'vitest';
import { joinPages, type LogPage, withEntry } from '../../src/graph/log-pages';

const seqOf = ({ __ref }: { readonly __ref: string }) => Number(__ref);
const edge = (seq: number) => ({ cursor: `c${seq}`, node: { __ref: String(seq) } });
const page = (seqs: readonly number[], hasPreviousPage: boolean): LogPage => ({
  edges: seqs.map(edge),
  pageInfo: {
    ...{ hasPreviousPage, hasNextPage: false },
    ...{ startCursor: `c${seqs[0]}`, endCursor: `c${seqs.at(-1)}` },
  },
});
const seqs = ({ edges }: LogPage) => edges.map(({ node }) => seqOf(node));

test('older pages come before, and say whether there is more', () => {
  const joined = joinPages(page([5, 6, 7], true), page([3, 4], false), true, seqOf);
  expect(seqs(joined)).toEqual([3, 4, 5, 6, 7]);
  expect(joined.pageInfo).toEqual({ hasPreviousPage: false, hasNextPage: false, startCursor: 'c3', endCursor: 'c7' });
});

test('the newest page joins what it overlaps with; what was loaded above stays', () => {
  const joined = joinPages(page([3, 4, 5, 6], true), page([5, 6, 7, 8], true), false, seqOf);
  expect(seqs(joined)).toEqual([3, 4, 5, 6, 7, 8]);
  expect(joined.pageInfo.startCursor).toBe('c3');
});

test('a page that does not join replaces what is known, but for what came live meanwhile', () => {
  const joined = joinPages(page([1, 2, 3, 31], false), page([20, 21, 30], true), false, seqOf);
  expect(seqs(joined)).toEqual([20, 21, 30, 31]);
  expect(joined.pageInfo.hasPreviousPage).toBe(true);
  expect(joined.pageInfo.startCursor).toBe('c20');
});

test('a page from the very beginning joins anything', () => {
  const joined = joinPages(page([4], true), page([1, 2, 3], false), false, seqOf);
  expect(seqs(joined)).toEqual([1, 2, 3, 4]);
  expect(joined.pageInfo.hasPreviousPage).toBe(false);
});

test('an entry takes its place, once', () => {
  const log = page([1, 2, 4], false);
  const more = withEntry(log, { __ref: '3' }, 'MessageEdge', seqOf);
  expect(seqs(more)).toEqual([1, 2, 3, 4]);
  expect(withEntry(more, { __ref: '3' }, 'MessageEdge', seqOf)).toBe(more);
});
