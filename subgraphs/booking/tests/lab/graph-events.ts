// Events of the tests over the wire.
import type { Asker } from '../../src/domain/asker.js';
import type { Whatever } from './answer.js';
import type { Graph } from './open-graph.js';
import { askerFor, person } from './people.js';

export const someone = (): Asker => askerFor(person());
export const idOf = ({ viewer }: Asker): string => viewer?.id ?? '';
export const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

export const details = {
  title: 'Picnic',
  startsAt: '2026-11-28T11:00:00.000Z',
  endsAt: '2026-11-28T15:00:00.000Z',
  timeZone: 'Europe/Paris',
};

export function eventsIn(graph: () => Graph) {
  let keys = 0;
  const key = () => {
    keys += 1;
    return `key-${keys}`;
  };

  return {
    key,

    async publish(organiser: Asker, more: object = {}): Promise<string> {
      const input = { ...details, ...more, idempotencyKey: key() };
      const { event } = await graph().run(organiser, 'createEvent', input, 'event { id status }');
      if (event.status !== 'DRAFT') throw new Error(`a new event is ${event.status}`);
      await graph().run(organiser, 'publishEvent', { eventId: event.id }, 'event { status }');
      return event.id;
    },

    /** The token by which the guest came. */
    async join(eventId: string, organiser: Asker, guest: Asker): Promise<string> {
      const asked = { eventId, email: `${key()}@people.test` };
      const { token } = await graph().run(organiser, 'inviteToEvent', asked, 'token invitation { status }');
      await graph().run(guest, 'acceptInvitation', { token }, 'event { viewerRsvp }');
      return token;
    },

    /** Hundred euros that the first paid for all of these. */
    spend(who: Asker, eventId: string, people: readonly Asker[]): Promise<Whatever> {
      const shares = people.map((one) => ({ userId: idOf(one) }));
      const expense = { title: 'Cake', amount: eur(10_000), paidById: shares[0]?.userId, split: 'EVENLY', shares };
      return graph().run(who, 'addExpense', { ...expense, eventId, idempotencyKey: key() }, 'expense { id }');
    },
  };
}
