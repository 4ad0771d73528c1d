// Coaches say what they can be booked for. An appointment keeps the name, price and length it was made with.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import type { Unit } from '../data/unit-of-work.js';
import { Offering } from '../domain/offering.js';
import { type OfferingTerms, readTerms } from '../domain/offering-terms.js';
import { refuse } from '../domain/refusals.js';
import type { Rooms } from './rooms.js';

export interface CreateOffering {
  name: string;
  minutes: number;
  bufferBeforeMinutes?: number | undefined;
  bufferAfterMinutes?: number | undefined;
  /** As often as it is long when not given. */
  startEveryMinutes?: number | undefined;
  noticeMinutes?: number | undefined;
  horizonDays?: number | undefined;
  price: Money;
  requiresConfirmation?: boolean | undefined;
  idempotencyKey: string;
}

export const MOST_OFFERINGS = 50;

/** The key makes it once. Refuses NOT_A_COACH and BAD_INPUT. */
export async function createOffering(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  { idempotencyKey, ...input }: CreateOffering,
): Promise<Offering | Refusal> {
  const { price, ...given } = input;
  const terms = readTerms({
    ...given,
    bufferBeforeMinutes: input.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: input.bufferAfterMinutes ?? 0,
    startEveryMinutes: input.startEveryMinutes ?? input.minutes,
    noticeMinutes: input.noticeMinutes ?? 0,
    horizonDays: input.horizonDays ?? 365,
    requiresConfirmation: input.requiresConfirmation ?? false,
    priceMinor: price.amountMinor,
    currency: price.currency,
  });
  if (isRefusal(terms)) return terms;
  return transact(async (unit) => {
    const request = { actor: viewer.id, operation: 'createOffering', key: idempotencyKey, input };
    const made = await unit.once(request, async () => {
      await unit.lock(`offerings ${viewer.id}`);
      if (!(await isApproved(unit, viewer))) return refuse('NOT_A_COACH');
      if ((await unit.offerings.countPresent(viewer.id)) >= MOST_OFFERINGS)
        return refuse('BAD_INPUT', { reason: `a coach has at most ${MOST_OFFERINGS} offerings` });
      const id = mintId('Offering');
      const fresh = { ...terms, id, coachUserId: viewer.id, isArchived: false, version: 1, createdAt: unit.now };
      await unit.offerings.add(Object.assign(new Offering(), fresh));
      return id;
    });
    return isRefusal(made) ? made : ((await unit.offerings.find(made)) ?? refuse('NOT_FOUND'));
  });
}

export interface UpdateOffering extends Partial<Omit<OfferingTerms, 'priceMinor' | 'currency'>> {
  offeringId: string;
  /** The version the change was made from. */
  expectedVersion: number;
  price?: Money | undefined;
}

/** What is undefined stays. Refuses NOT_FOUND, CONFLICT, OFFERING_ARCHIVED and BAD_INPUT. */
export const updateOffering = (
  rooms: Rooms,
  viewer: Viewer,
  { offeringId, expectedVersion, price, ...changes }: UpdateOffering,
): Promise<Offering | Refusal> =>
  changeOffering(rooms, viewer, offeringId, async (unit, offering) => {
    if (offering.version !== expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    if (offering.isArchived) return refuse('OFFERING_ARCHIVED').at('offeringId');
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const money = price && { priceMinor: price.amountMinor, currency: price.currency };
    const terms = readTerms({ ...offering, ...given, ...money });
    return isRefusal(terms) ? terms : unit.offerings.change(offering, terms);
  });

/** What was booked stays booked. Archiving twice changes nothing. Refuses NOT_FOUND. */
export const archiveOffering = (rooms: Rooms, viewer: Viewer, offeringId: string): Promise<Offering | Refusal> =>
  changeOffering(rooms, viewer, offeringId, async (unit, offering) =>
    offering.isArchived ? offering : unit.offerings.change(offering, { isArchived: true }),
  );

async function changeOffering(
  { transact }: Rooms,
  viewer: Viewer,
  offeringId: string,
  change: (unit: Unit, offering: Offering) => Promise<Offering | Refusal>,
): Promise<Offering | Refusal> {
  if (!isIdOf('Offering', offeringId)) return refuse('NOT_FOUND').at('offeringId');
  return transact(async (unit) => {
    const offering = await unit.offerings.take(offeringId);
    return offering?.coachUserId === viewer.id ? change(unit, offering) : refuse('NOT_FOUND').at('offeringId');
  });
}

async function isApproved({ em }: Unit, viewer: Viewer): Promise<boolean> {
  const sql = "select user_id from coaches where user_id = ? and standing = 'APPROVED'";
  return (await em.execute<object[]>(sql, [viewer.id])).length === 1;
}
