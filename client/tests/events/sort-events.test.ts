import { expect, test } from 'vitest';
import { sortEvents } from '@/pages/events/sort-events';

const event = (id: string, status: 'DRAFT' | 'PUBLISHED' | 'CANCELLED', startsAt: string, endsAt: string) => ({
  id,
  status,
  startsAt,
  endsAt,
});

test('events stand where people look for them', () => {
  const sorted = sortEvents(
    [
      event('later', 'PUBLISHED', '2026-12-05T10:00:00Z', '2026-12-05T12:00:00Z'),
      event('old', 'PUBLISHED', '2026-10-01T10:00:00Z', '2026-10-01T12:00:00Z'),
      event('running', 'PUBLISHED', '2026-11-20T10:00:00Z', '2026-11-22T12:00:00Z'),
      event('draft', 'DRAFT', '2026-10-01T10:00:00Z', '2026-10-01T12:00:00Z'),
      event('called off', 'CANCELLED', '2026-12-01T10:00:00Z', '2026-12-01T12:00:00Z'),
      // Over at this very moment, and written with another offset.
      event('just over', 'PUBLISHED', '2026-11-21T10:00:00+01:00', '2026-11-21T13:00:00+01:00'),
    ],
    new Date('2026-11-21T12:00:00Z'),
  );
  const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);
  expect(ids(sorted.upcoming)).toEqual(['running', 'called off', 'later']);
  expect(ids(sorted.past)).toEqual(['just over', 'old']);
  expect(ids(sorted.drafts)).toEqual(['draft']);
});
