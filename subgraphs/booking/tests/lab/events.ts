// Events of the tests: made, published, and with people in them.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Event } from '../../src/domain/event.js';
import { acceptInvitation } from '../../src/use-cases/accept-invitation.js';
import { type CreateEvent, createEvent } from '../../src/use-cases/create-event.js';
import { inviteToEvent } from '../../src/use-cases/invite-to-event.js';
import { rsvpEvent } from '../../src/use-cases/rsvp-event.js';
import { publishEvent } from '../../src/use-cases/turn-event.js';
import { granted, type Lab } from './open-lab.js';
import { person } from './people.js';

let count = 0;

/** A picnic in a week, in details that can be replaced by name. */
export const picnic = (more: Partial<CreateEvent> = {}): CreateEvent => {
  count += 1;
  return {
    idempotencyKey: `picnic-${count}`,
    title: 'Picnic',
    description: '',
    place: 'By the lake',
    startsAt: new Date('2026-11-28T11:00:00.000Z'),
    endsAt: new Date('2026-11-28T15:00:00.000Z'),
    timeZone: 'Europe/Paris',
    capacity: null,
    ...more,
  };
};

export interface Party {
  readonly event: Event;
  readonly organiser: Viewer;
}

export async function publish({ rooms }: Lab, more: Partial<CreateEvent> = {}, organiser = person()): Promise<Party> {
  const { id } = granted(await createEvent(rooms, organiser, picnic(more)));
  return { event: granted(await publishEvent(rooms, organiser, id)), organiser };
}

export async function invite({ rooms }: Lab, { event, organiser }: Party): Promise<string> {
  count += 1;
  return granted(await inviteToEvent(rooms, organiser, { eventId: event.id, email: `guest${count}@people.test` }))
    .token;
}

/** Somebody new who came by an invitation. */
export async function guestOf(lab: Lab, party: Party, guest = person()): Promise<Viewer> {
  granted(await acceptInvitation(lab.rooms, guest, await invite(lab, party)));
  return guest;
}

export async function goerOf(lab: Lab, party: Party, guest = person()): Promise<Viewer> {
  await guestOf(lab, party, guest);
  granted(await rsvpEvent(lab.rooms, guest, { eventId: party.event.id, answer: 'GOING' }));
  return guest;
}

/** Many who take part, written down at once. */
export async function crowdOf({ rooms, clock }: Lab, { event }: Party, many: number): Promise<Viewer[]> {
  const crowd = Array.from({ length: many }, () => person());
  await rooms.orm.em.fork().execute(
    `insert into event_participants (event_id, user_id, rsvp, joined_at)
     select ?, id, 'UNANSWERED', ? from unnest(?::text[]) as given (id)`,
    [event.id, clock.now(), `{${crowd.map(({ id }) => id).join(',')}}`],
    'run',
  );
  return crowd;
}

/** How many stand how. */
export async function standingsOf(lab: Lab, { event }: Party): Promise<Record<string, number>> {
  const rows = await lab.rows<{ rsvp: string; n: number }>(
    'select rsvp, count(*)::int as n from event_participants where event_id = ? group by rsvp',
    [event.id],
  );
  return Object.fromEntries(rows.map(({ rsvp, n }) => [rsvp, n]));
}
