// The events that the kernel's tests tell each other.
import { z } from 'zod';
import { announce, defineEvent, type OutboxEvent } from '../../outbox/event.js';

export const noted = defineEvent('Noted', 1, z.object({ note: z.string() }));
export type Noted = { note: string };

export const note = (text: string, key = 'a', occurredAt = new Date()): OutboxEvent<Noted> =>
  announce(noted, key, { note: text }, occurredAt);

export const noteOf = (event: OutboxEvent): string => (event.payload as Noted).note;
