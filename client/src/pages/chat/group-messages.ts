// The rows of a conversation: a line per day, the mark before what is unread, and messages grouped by their sender.
interface Placed {
  readonly id: string;
  readonly seq: number;
  readonly sentAt: string;
  readonly author: { readonly id: string } | null;
}

export type Row<M> =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: 'unread' }
  | { readonly kind: 'message'; readonly key: string; readonly message: M; readonly isFirst: boolean };

/** Messages of one person within this time stand together under one name. */
const TOGETHER_MS = 5 * 60_000;

/** `readUpTo`: the seq up to which the viewer had read; null for no mark. Their own messages are never unread. */
export function groupMessages<M extends Placed>(
  messages: readonly M[],
  { viewerId, readUpTo }: { readonly viewerId: string; readonly readUpTo: number | null },
): readonly Row<M>[] {
  const rows: Row<M>[] = [];
  let before: M | undefined;
  let isMarked = readUpTo === null;
  for (const message of messages) {
    const isNewDay = !before || dayOf(before.sentAt) !== dayOf(message.sentAt);
    if (isNewDay) rows.push({ kind: 'day', key: `day ${message.id}`, at: message.sentAt });
    const isUnread = !isMarked && message.seq > (readUpTo ?? 0) && message.author?.id !== viewerId;
    if (isUnread) {
      rows.push({ kind: 'unread', key: 'unread' });
      isMarked = true;
    }
    const isFirst = isNewDay || isUnread || !before || !belongTogether(before, message);
    rows.push({ kind: 'message', key: message.id, message, isFirst });
    before = message;
  }
  return rows;
}

const belongTogether = (before: Placed, message: Placed): boolean =>
  before.author !== null &&
  before.author.id === message.author?.id &&
  Date.parse(message.sentAt) - Date.parse(before.sentAt) < TOGETHER_MS;

/** The day where the reader is. */
const dayOf = (instant: string): string => new Date(instant).toDateString();
