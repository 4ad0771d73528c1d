// Somebody followed the link that was mailed to the account's address: the address is theirs.
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from '../domain/refusals.js';
import type { User } from '../domain/user.js';
import type { Rooms } from './rooms.js';
import { spendLink } from './spend-link.js';

/** Works signed in or not: the link is the proof. Refuses LINK_INVALID. */
export const verifyEmail = ({ transact }: Rooms, token: string): Promise<User | Refusal> =>
  transact(async (unit) => {
    const user = await spendLink(unit, token, 'VERIFY_EMAIL');
    if (!user) return refuse('LINK_INVALID').at('token');
    return user.emailVerifiedAt ? user : unit.users.verifyEmail(user, unit.now);
  });

/** The system takes an address for verified: the demo world's people read no mail. Refuses NOT_FOUND. */
export const trustEmail = ({ transact }: Pick<Rooms, 'transact'>, email: string): Promise<User | Refusal> =>
  transact(async (unit) => {
    const user = await unit.users.takeByEmail(email.trim());
    if (!user) return refuse('NOT_FOUND');
    return user.emailVerifiedAt ? user : unit.users.verifyEmail(user, unit.now);
  });
