// Days, the mark before what is unread, and who stands over a group of messages.
import { expect, test } from 'vitest';
import { groupMessages } from '../../src/pages/chat/group-messages';

const said = (seq: number, author: string | null, sentAt: string) => ({
  ...{ id: `m${seq}`, seq, sentAt: new Date(`2026-11-${sentAt}`).toISOString() },
  author: author === null ? null : { id: author },
});
const shown = (messages: ReturnType<typeof said>[], readUpTo: number | null = null) =>
  groupMessages(messages, { viewerId: 'me', readUpTo }).map((row) =>
    row.kind === 'message' ? `${row.message.id}${row.isFirst ? ' first' : ''}` : row.kind,
  );

test('each day has its line; within five minutes one person is named once', () => {
  const messages = [
    said(1, 'ana', '20T10:00'),
    said(2, 'ana', '20T10:04'),
    said(3, 'ana', '20T10:10'),
    said(4, 'me', '20T10:11'),
    said(5, 'me', '21T00:01'),
  ];
  expect(shown(messages)).toEqual(['day', 'm1 first', 'm2', 'm3 first', 'm4 first', 'day', 'm5 first']);
});

test('the mark stands before the first message of somebody else that was not read', () => {
  const messages = [said(1, 'ana', '20T10:00'), said(2, 'me', '20T10:01'), said(3, 'ana', '20T10:01')];
  expect(shown(messages, 1)).toEqual(['day', 'm1 first', 'm2 first', 'unread', 'm3 first']);
  expect(shown(messages, 0)).toEqual(['day', 'unread', 'm1 first', 'm2 first', 'm3 first']);
  expect(shown(messages, 3)).toEqual(['day', 'm1 first', 'm2 first', 'm3 first']);
});

test('people that nobody can name are not taken for one another', () => {
  expect(shown([said(1, null, '20T10:00'), said(2, null, '20T10:01')])).toEqual(['day', 'm1 first', 'm2 first']);
});
