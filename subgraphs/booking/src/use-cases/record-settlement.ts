// Writes down that money changed hands, so that two people of an event are more even. Safe to retry with the same key.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Money } from '@mosaic/kernel/values/money';
import type { Unit } from '../data/unit-of-work.js';
import { MOST_SETTLEMENTS } from '../domain/balance.js';
import type { Event } from '../domain/event.js';
import { refuseEvent } from '../domain/event-refusals.js';
import { LARGEST_AMOUNT } from '../domain/expense.js';
import type { Rooms } from './rooms.js';
import { takeEvent } from './take-event.js';

export interface RecordSettlement {
  readonly eventId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly amount: Money;
  readonly idempotencyKey: string;
}

/**
 * Its event. For those two and the organiser. Refuses NOT_FOUND, SETTLEMENT_NOT_YOURS, BAD_INPUT, NOT_A_PARTICIPANT,
 * OTHER_CURRENCY, TOO_MANY_IN_EVENT, IDEMPOTENCY_KEY_REUSED.
 */
export const recordSettlement = (
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { idempotencyKey: key, ...given }: RecordSettlement,
): Promise<Event | Refusal> =>
  transact(async (unit) => {
    const once = { actor: viewer.id, operation: 'recordSettlement', key, input: given };
    const id = await unit.once(once, async () => {
      const taken = await takeEvent(unit, viewer, given.eventId);
      if (isRefusal(taken)) return taken;
      const { event } = taken;
      const refusal = refuseTransfer(event, viewer, given) ?? (await refuseHands(unit, event, given));
      if (refusal) return refusal;
      const { fromId, toId, amount } = given;
      const by = { recordedById: viewer.id, recordedAt: unit.now };
      await unit.expenses.settle({
        id: mintId('ExpenseSettlement'),
        eventId: event.id,
        fromId,
        toId,
        ...amount,
        ...by,
      });
      return event.id;
    });
    if (isRefusal(id)) return id;
    return (await unit.events.take(id)) ?? refuseEvent('NOT_FOUND');
  });

type Given = Omit<RecordSettlement, 'idempotencyKey'>;

function refuseTransfer(
  { organiserId, currency }: Event,
  viewer: Viewer,
  { fromId, toId, amount }: Given,
): Refusal | null {
  if (![fromId, toId, organiserId].includes(viewer.id)) return refuseEvent('SETTLEMENT_NOT_YOURS');
  if (fromId === toId) return refuseEvent('BAD_INPUT', { reason: 'nobody pays themselves' }).at('toId');
  if (amount.amountMinor <= 0 || amount.amountMinor > LARGEST_AMOUNT)
    return refuseEvent('BAD_INPUT', { reason: `from 1 to ${LARGEST_AMOUNT}` }).at('amount');
  if (currency === null) return refuseEvent('BAD_INPUT', { reason: 'nothing was spent yet' }).at('amount');
  return amount.currency === currency ? null : refuseEvent('OTHER_CURRENCY', { currency }).at('amount', 'currency');
}

async function refuseHands(unit: Unit, event: Event, { fromId, toId }: Given): Promise<Refusal | null> {
  for (const [field, userId] of [
    ['fromId', fromId],
    ['toId', toId],
  ] as const)
    if (!(await unit.events.participant(event.id, userId))) return refuseEvent('NOT_A_PARTICIPANT').at(field);
  if ((await unit.expenses.countSettlements(event.id)) < MOST_SETTLEMENTS) return null;
  return refuseEvent('TOO_MANY_IN_EVENT', { limit: MOST_SETTLEMENTS });
}
