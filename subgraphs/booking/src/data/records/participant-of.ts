// How a row of event_participants becomes an EventParticipant.
import type { Id } from '@mosaic/kernel/values/ids';
import { EventParticipant, type RsvpStatus } from '../../domain/rsvp.js';

export interface ParticipantRow {
  event_id: Id<'Event'>;
  user_id: Id<'User'>;
  rsvp: RsvpStatus;
  joined_at: string | Date;
  answered_at: string | Date | null;
}

export const participantOf = (row: ParticipantRow): EventParticipant =>
  Object.assign(new EventParticipant(), {
    eventId: row.event_id,
    userId: row.user_id,
    rsvp: row.rsvp,
    joinedAt: new Date(row.joined_at),
    answeredAt: row.answered_at === null ? null : new Date(row.answered_at),
  });
