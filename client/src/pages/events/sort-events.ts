// The viewer's events as the list shows them: what comes, what was, what is not published yet.
import type { EventStatus } from '@/graph/generated/graphql';

export const shelves = ['upcoming', 'past', 'drafts'] as const;
export type Shelf = (typeof shelves)[number];

interface Sortable {
  readonly status: EventStatus;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What comes begins with the next; what was, with the latest; drafts, with the soonest. */
export function sortEvents<E extends Sortable>(events: readonly E[], now: Date): Readonly<Record<Shelf, readonly E[]>> {
  const time = (text: string) => new Date(text).getTime();
  const byStart = [...events].sort((a, b) => time(a.startsAt) - time(b.startsAt));
  const isOver = ({ endsAt }: E) => time(endsAt) <= now.getTime();
  const shown = byStart.filter(({ status }) => status !== 'DRAFT');
  return {
    upcoming: shown.filter((event) => !isOver(event)),
    past: shown.filter(isOver).reverse(),
    drafts: byStart.filter(({ status }) => status === 'DRAFT'),
  };
}
