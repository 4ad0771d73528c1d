// What both reactions to news about people do: keep the newest of what is known.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import type { Unit } from '../data/unit-of-work.js';
import { Person } from '../domain/person.js';

interface About {
  readonly userId: string;
  readonly displayName: string;
}

export async function knowPerson({ payload, occurredAt }: OutboxEvent<About>, unit: Unit): Promise<void> {
  const { userId: id, displayName } = payload;
  await unit.people.know(Object.assign(new Person(), { id, displayName, knownAt: occurredAt }));
}
