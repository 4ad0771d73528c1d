import { describe, expect, it } from 'vitest';
import { isMoving, isPayable, isWaitingForOwner, mayBeRefunded } from '@/pages/shop/order-steps';
import { writeLeft } from '@/parts/time-left';

describe('an order', () => {
  it('is asked for again only while it moves by itself', () => {
    expect(isMoving('PAID', 'SUCCEEDED')).toBe(true);
    expect(isMoving('PENDING_PAYMENT', 'PENDING')).toBe(true);
    expect(isMoving('PENDING_PAYMENT', 'CREATED')).toBe(false);
    expect(isMoving('PAYMENT_DECLINED', 'DECLINED')).toBe(false);
    expect(isMoving('CONFIRMED', 'SUCCEEDED')).toBe(false);
  });

  it('may be paid while it waits for its buyer, and refunded once money is there', () => {
    expect([isPayable('PENDING_PAYMENT'), isPayable('PAYMENT_DECLINED'), isPayable('EXPIRED')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayBeRefunded('PARTIALLY_REFUNDED')).toBe(true);
    expect(mayBeRefunded('REFUNDED')).toBe(false);
    expect(mayBeRefunded('PAYMENT_DECLINED')).toBe(false);
  });

  it('waits for the owner of the card only when that is the last that was heard', () => {
    const asked = { type: 'ACTION_REQUIRED' } as const;
    const waiting = { status: 'PENDING_PAYMENT', payment: { status: 'PENDING', events: [asked] } } as const;
    expect(isWaitingForOwner(waiting)).toBe(true);
    expect(
      isWaitingForOwner({ ...waiting, payment: { status: 'PENDING', events: [asked, { type: 'DECLINED' }] } }),
    ).toBe(false);
    expect(isWaitingForOwner({ ...waiting, payment: null })).toBe(false);
  });
});

describe('time that is left', () => {
  it('is written in minutes and seconds, with hours only when there are any', () => {
    expect([0, 65, 900, 3665].map(writeLeft)).toEqual(['0:00', '1:05', '15:00', '1:01:05']);
  });
});
