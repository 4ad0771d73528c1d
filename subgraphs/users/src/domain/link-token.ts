// A token that travels in a mailed link and works once: it proves that whoever shows it reads the account's mail.
import type { Id } from '@mosaic/kernel/values/ids';
import { type Milliseconds, minutes } from '@mosaic/kernel/values/time';

/** How long a link works. */
export const LINK_LIFETIME: Milliseconds = minutes(30);

export type LinkPurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD';

export class LinkToken {
  /** SHA-256 of the token: the token itself is stored nowhere. */
  hash: string;
  userId: Id<'User'>;
  purpose: LinkPurpose;
  /** Where it was sent: it proves this address, and no later one. */
  email: string;
  expiresAt: Date;
  usedAt: Date | null;
}
