// Writes events and who takes part in them. `take` lets units that change one event come one after the other.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isIdOf } from '@mosaic/kernel/values/ids';
import { Event } from '../../domain/event.js';
import { belongs, type EventParticipant, type RsvpStatus } from '../../domain/rsvp.js';
import { lockAll } from '../locks.js';
import { type ParticipantRow, participantOf } from '../records/participant-of.js';

export interface Taken {
  readonly event: Event;
  /** How the asker stands towards it. */
  readonly self: EventParticipant;
}

export const writeEvents = (em: EntityManager, now: Date) => {
  const find = (id: string): Promise<Event | null> => em.findOne(Event, { id } as object, { disableIdentityMap: true });

  const participant = async (eventId: string, userId: string): Promise<EventParticipant | null> => {
    // What is no id may hold bytes that the store refuses.
    if (!isIdOf('User', userId)) return null;
    const [row] = await em.execute<ParticipantRow[]>(
      'select * from event_participants where event_id = ? and user_id = ?',
      [eventId, userId],
    );
    return row ? participantOf(row) : null;
  };

  /** Locked until the unit ends; null when there is none. */
  const take = async (id: string): Promise<Event | null> => {
    if (!isIdOf('Event', id)) return null;
    await lockAll(em, [`event ${id}`]);
    return find(id);
  };

  return {
    take,
    participant,

    /** The same for somebody who takes part; null for everybody else. */
    async takeFor(userId: string, id: string): Promise<Taken | null> {
      const event = await take(id);
      const self = event && (await participant(id, userId));
      return event && self && { event, self };
    },

    /** With its organiser as the first who takes part. */
    async add(event: Event): Promise<void> {
      await em.insert(Event, event);
      await em.execute(
        `insert into event_participants (event_id, user_id, rsvp, joined_at) values (?, ?, 'UNANSWERED', ?)`,
        [event.id, event.organiserId, now],
        'run',
      );
    },

    /** The event, taken before, as it is now. */
    async change(event: Event, changes: Partial<Event>): Promise<Event> {
      const next = { ...changes, version: event.version + 1, updatedAt: now };
      await em.nativeUpdate(Event, { id: event.id } as object, next);
      return Object.assign(new Event(), event, next);
    },

    /** What its money is counted in, once and for good; no change that anybody could overlook. */
    async setCurrency(event: Event, currency: string): Promise<void> {
      await em.nativeUpdate(Event, { id: event.id } as object, { currency });
    },

    /** Under the event's lock. */
    async join(eventId: string, userId: string): Promise<void> {
      await em.execute(
        `insert into event_participants (event_id, user_id, rsvp, joined_at) values (?, ?, 'UNANSWERED', ?)`,
        [eventId, userId, now],
        'run',
      );
    },

    async answer(eventId: string, userIds: readonly string[], rsvp: RsvpStatus): Promise<void> {
      await em.execute(
        'update event_participants set rsvp = ?, answered_at = ? where event_id = ? and user_id = any(?::text[])',
        [rsvp, now, eventId, `{${userIds.join(',')}}`],
        'run',
      );
    },

    async participantIds(eventId: string): Promise<string[]> {
      const rows = await em.execute<{ user_id: string }[]>(
        'select user_id from event_participants where event_id = ? order by joined_at, user_id',
        [eventId],
      );
      return rows.map(({ user_id }) => user_id);
    },

    /** Its organiser, and everybody who is GOING or MAYBE, in the order in which they came. */
    async audience({ id, organiserId }: Event): Promise<string[]> {
      const rows = await em.execute<{ user_id: string; rsvp: RsvpStatus }[]>(
        'select user_id, rsvp from event_participants where event_id = ? order by joined_at, user_id',
        [id],
      );
      const others = rows.filter(({ user_id, rsvp }) => user_id !== organiserId && belongs(rsvp));
      return [organiserId, ...others.map(({ user_id }) => user_id)];
    },
  };
};
