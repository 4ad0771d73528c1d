// Reads who takes part in events. Whoever asks here holds the event already, from a reader that checked.
import type { Page } from '@mosaic/kernel/paging/page';
import type { Id } from '@mosaic/kernel/values/ids';
import type { EventParticipant, RsvpStatus } from '../../domain/rsvp.js';
import { type ParticipantRow, participantOf } from '../records/participant-of.js';
import { type ManyLists, pageMany } from './page-many.js';
import type { Fork } from './readers.js';

const lists: ManyLists = {
  table: 'event_participants',
  owner: 'event_id',
  order: ['joined_at', 'user_id'],
  read: ([joinedAt, userId]) => [new Date(Number(joinedAt)), userId],
};

export const participantKey = ({ joinedAt, userId }: EventParticipant) => [joinedAt.getTime(), userId] as const;

/** How somebody stands towards an event, with what is offered to them. */
export interface Standing {
  readonly eventId: string;
  readonly rsvp: RsvpStatus;
  readonly offeredUntil: Date | null;
}

export interface Counts {
  readonly eventId: string;
  readonly participants: number;
  readonly going: number;
  readonly waitlisted: number;
}

export const readEventPeople = (fork: Fork) => ({
  /** In the order in which they came. */
  async of(eventIds: readonly string[], page: Omit<Page, 'scope'>): Promise<EventParticipant[]> {
    const rows = await pageMany<ParticipantRow>(fork(), lists, eventIds, page);
    return rows.map(participantOf);
  },

  async standings(userId: string, eventIds: readonly string[], now: Date): Promise<Standing[]> {
    const rows = await fork().execute<{ event_id: string; rsvp: RsvpStatus; offered_until: string | Date | null }[]>(
      `select p.event_id, p.rsvp, w.offered_until from event_participants p
       left join event_waitlist w
         on w.event_id = p.event_id and w.user_id = p.user_id and w.status = 'OFFERED' and w.offered_until > ?
       where p.user_id = ? and p.event_id = any(?::text[])`,
      [now, userId, `{${eventIds.join(',')}}`],
    );
    return rows.map(({ event_id, rsvp, offered_until }) => ({
      eventId: event_id,
      rsvp,
      offeredUntil: offered_until === null ? null : new Date(offered_until),
    }));
  },

  async counts(eventIds: readonly string[]): Promise<Counts[]> {
    const rows = await fork().execute<(Omit<Counts, 'eventId'> & { event_id: Id<'Event'> })[]>(
      `select event_id, count(*)::int as participants, (count(*) filter (where rsvp = 'GOING'))::int as going,
              (count(*) filter (where rsvp = 'WAITLISTED'))::int as waitlisted
       from event_participants where event_id = any(?::text[]) group by event_id`,
      [`{${eventIds.join(',')}}`],
    );
    return rows.map(({ event_id: eventId, ...counted }) => ({ eventId, ...counted }));
  },
});
