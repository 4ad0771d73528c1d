// Somebody wants another link that verifies their address.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { linkMailKey } from '../data/secrets/account-key.js';
import { refuseAttempt } from '../domain/attempts.js';
import { refuse } from '../domain/refusals.js';
import type { User } from '../domain/user.js';
import { queueLinkMail } from './queue-link-mail.js';
import type { Rooms } from './rooms.js';

/** Refuses EMAIL_VERIFIED, and TOO_MANY_ATTEMPTS after five in 15 minutes. Earlier links go on working. */
export const requestEmailVerification = (rooms: Rooms, viewer: Viewer): Promise<User | Refusal> =>
  rooms.transact(async (unit) => {
    const user = await unit.users.hold(viewer.id);
    if (!user) return refuse('NOT_FOUND');
    if (user.emailVerifiedAt) return refuse('EMAIL_VERIFIED');
    const pause = refuseAttempt(await unit.attempts.count(linkMailKey('VERIFY_EMAIL', user.email)), unit.now);
    if (pause) return pause;
    await queueLinkMail(unit, rooms, { kind: 'VERIFY_EMAIL', address: user.email, userId: user.id });
    return user;
  });
