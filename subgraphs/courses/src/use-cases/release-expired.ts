// Ends the claims whose hold is over: due by the clock, and safe in several processes at once.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import type { Rooms } from './rooms.js';
import { release } from './turn-enrollment.js';

/** Releases the one that is over longest; 0 when none is due. */
export async function releaseExpired({ transact }: Rooms): Promise<number> {
  const released = await transact('claims that expire', async (unit) => {
    const claim = await unit.enrollments.nextExpired(unit.now);
    if (!claim) return 0;
    await release(unit, claim, 'EXPIRED');
    return 1;
  });
  return isRefusal(released) ? 0 : released;
}
