// Queues a mail with a link that works once.
import type { Unit } from '../data/unit-of-work.js';
import { LINK_LIFETIME } from '../domain/link-token.js';
import type { MailKind } from '../domain/mail.js';
import type { Rooms } from './rooms.js';

/** The link's token comes to be when the mail is written; until then there is only its seed. */
export const queueLinkMail = (
  unit: Unit,
  { linkTokens }: Pick<Rooms, 'linkTokens'>,
  mail: { kind: MailKind; address: string; userId: string | null },
): Promise<void> => unit.mail({ ...mail, tokenSeed: linkTokens.newSeed(), lifetime: LINK_LIFETIME });
