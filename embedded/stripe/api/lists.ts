// Lists, newest first, in pages: `limit` (1 to 100, 10 when absent) and `starting_after`.
import type { Event, PaymentIntent, Refund } from '../objects/shapes.js';
import type { Form } from '../wire/read-form.js';
import { badParameter, missing } from '../wire/stripe-error.js';
import type { Desk } from './desk.js';
import { refuseUnknown, textOf } from './parameters.js';

interface List<T> {
  object: 'list';
  url: string;
  has_more: boolean;
  data: T[];
}

export const listIntents = ({ books }: Desk, form: Form): List<PaymentIntent> =>
  pageOf('/v1/payment_intents', books.intents, form, []);

export function listRefunds({ books }: Desk, form: Form): List<Refund> {
  const intent = textOf(form, 'payment_intent');
  const charge = textOf(form, 'charge');
  return pageOf(
    '/v1/refunds',
    books.refunds,
    form,
    ['payment_intent', 'charge'],
    (refund) => (intent === null || refund.payment_intent === intent) && (charge === null || refund.charge === charge),
  );
}

export function listEvents({ books }: Desk, form: Form): List<Event> {
  const type = textOf(form, 'type');
  return pageOf('/v1/events', books.events, form, ['type'], (event) => type === null || event.type === type);
}

export function retrieveEvent({ books }: Desk, _: Form, id: string): Event {
  const event = books.events.get(id);
  if (!event) throw missing('event', id, 'id');
  return event;
}

function pageOf<T extends { id: string }>(
  url: string,
  things: ReadonlyMap<string, T>,
  form: Form,
  filters: readonly string[],
  isWanted: (thing: T) => boolean = () => true,
): List<T> {
  refuseUnknown(form, ['limit', 'starting_after', ...filters]);
  const limit = Number(textOf(form, 'limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw badParameter('limit', 'Limit is 1 to 100.');
  const all = [...things.values()].filter(isWanted).reverse();
  const after = textOf(form, 'starting_after');
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== null && from === 0) throw missing('object', after, 'starting_after');
  const data = all.slice(from, from + limit);
  return { object: 'list', url, has_more: from + limit < all.length, data };
}
