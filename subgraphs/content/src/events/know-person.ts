// What both reactions to news about people do: keep the newest of what is known.
import type { OutboxEvent } from '@mosaic/kernel/outbox/event';
import { fold } from '@mosaic/kernel/values/fold';
import type { Unit } from '../data/unit-of-work.js';
import { Person } from '../domain/person.js';

interface About {
  readonly userId: string;
  readonly displayName: string;
  readonly locale: Person['locale'];
}

export async function knowPerson({ payload, occurredAt }: OutboxEvent<About>, unit: Unit): Promise<void> {
  const { userId, displayName, locale } = payload;
  const facts = { id: userId, displayName, foldedName: fold(displayName), locale, knownAt: occurredAt };
  await unit.people.know(Object.assign(new Person(), facts));
}
