// Settles one delivered event: applies its reactions, or parks what can never be applied. Settled events are acknowledged.

import type { OutboxEvent } from '../outbox/event.js';
import type { ApplyOnce, Reaction } from '../outbox/source.js';
import { type Logger, withoutCredentials } from '../telemetry/logger.js';
import type { StreamGroup } from './redis-group.js';

const MOST_TRIES = 5;

export interface Delivery {
  readonly stream: string;
  /** The entry's, not the event's. */
  readonly id: string;
  readonly fields: readonly string[];
  /** Null when the fields are not an event. */
  readonly event: OutboxEvent | null;
  /** How often it was tried before. */
  tries: number;
}

export interface Settling<U> {
  readonly group: StreamGroup;
  readonly reactions: readonly Reaction<U>[];
  readonly applyOnce: ApplyOnce<U>;
  readonly log: Logger;
}

/** The store could not even begin to apply: the event is not to blame, and none of its tries is used up. */
export class StoreAway extends Error {}

/** True when the event is done with: applied, of no interest, or parked. False when it is to be tried again. Throws StoreAway. */
export async function settle<U>(settling: Settling<U>, delivery: Delivery): Promise<boolean> {
  const { group, reactions, log } = settling;
  const { event, stream, tries } = delivery;
  const park = async (reaction: string, error: unknown) => {
    const reason = withoutCredentials(error instanceof Error ? error.message : String(error)).slice(0, 2_000);
    await group.park(delivery, reaction, reason);
    log.error('an event is parked', { stream, event: event?.name, eventId: event?.id, reaction, error });
  };

  const interested = reactions.filter(({ on }) => on.name === event?.name && on.version === event?.version);
  const payload = interested[0]?.on.payload.safeParse(event?.payload);
  if (!event) await park('any', new Error('these fields are not an event'));
  else if (tries >= MOST_TRIES) await park('any', new Error('its reader ended while applying it, again and again'));
  else if (payload?.error) await park('any', payload.error);
  else {
    const failures = await applyAll(settling, interested, { ...event, payload: payload?.data });
    if (failures.length > 0) delivery.tries += 1;
    if (failures.length > 0 && delivery.tries < MOST_TRIES) return false;
    for (const { reaction, error } of failures) await park(reaction, error);
  }
  await group.acknowledge(delivery);
  return true;
}

/** Every reaction gets its try, whatever becomes of the others. */
async function applyAll<U>({ applyOnce }: Settling<U>, reactions: readonly Reaction<U>[], event: OutboxEvent) {
  const failures: { reaction: string; error: unknown }[] = [];
  for (const reaction of reactions) {
    let began = false;
    try {
      await applyOnce(reaction.name, event.id, (unit) => {
        began = true;
        return reaction.react(event as OutboxEvent<never>, unit);
      });
    } catch (error) {
      if (!began) throw new StoreAway('the store cannot apply events', { cause: error });
      failures.push({ reaction: reaction.name, error });
    }
  }
  return failures;
}
