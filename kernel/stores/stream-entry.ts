// How an event looks in a Redis Stream: the fields id, name, version, key, occurredAt (ISO 8601) and payload (JSON).
import { z } from 'zod';
import type { OutboxEvent } from '../outbox/event.js';

const envelope = z.object({
  id: z.uuid(),
  name: z.string().min(1),
  version: z.coerce.number().int(),
  key: z.string(),
  occurredAt: z.iso.datetime().transform((text) => new Date(text)),
  payload: z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  }),
});

/** Names and values in turn, as XADD takes them. */
export const toFields = ({ id, name, version, key, occurredAt, payload }: OutboxEvent): string[] => [
  ...['id', id, 'name', name, 'version', String(version), 'key', key],
  ...['occurredAt', occurredAt.toISOString(), 'payload', JSON.stringify(payload)],
];

/** The event in an entry's fields, or null when they are not an event. The payload is not checked against its kind. */
export function fromFields(fields: readonly string[]): OutboxEvent | null {
  const members = Object.fromEntries(
    fields.flatMap((name, at) => (at % 2 === 0 ? [[name, fields[at + 1]] as const] : [])),
  );
  return envelope.safeParse(members).data ?? null;
}
