// Somebody cannot sign in and wants a link to choose another password.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { linkMailKey } from '../data/secrets/account-key.js';
import { refuseAttempt } from '../domain/attempts.js';
import { readEmail } from '../domain/email.js';
import { queueLinkMail } from './queue-link-mail.js';
import type { Rooms } from './rooms.js';

/**
 * Tells nothing: whoever asks, the same statements run and the same answer is given. Whether the address is anybody's is
 * looked up later, when the mail is written; if it is nobody's, there is none. After five in 15 minutes for one address
 * nothing more is queued, silently.
 */
export async function requestPasswordReset(rooms: Rooms, email: string): Promise<void> {
  const address = readEmail(email);
  if (isRefusal(address)) return;
  await rooms.transact(async (unit) => {
    const pause = refuseAttempt(await unit.attempts.count(linkMailKey('RESET_PASSWORD', address)), unit.now);
    if (!pause) await queueLinkMail(unit, rooms, { kind: 'RESET_PASSWORD', address, userId: null });
  });
}
