// A mail on its way. It waits in the store until a transport took it, so that no crash loses one and a retry is the same
// mail: the row's id is its Message-ID.
import type { Id } from '@mosaic/kernel/values/ids';
import { days, hours, later, type Milliseconds, minutes, seconds } from '@mosaic/kernel/values/time';
import type { LinkPurpose } from './link-token.js';

export type MailKind = 'WELCOME' | 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'NOTIFICATION';

/** The kinds that carry a link which works once, and what for. */
export const linkPurposes: Partial<Record<MailKind, LinkPurpose>> = {
  WELCOME: 'VERIFY_EMAIL',
  VERIFY_EMAIL: 'VERIFY_EMAIL',
  RESET_PASSWORD: 'RESET_PASSWORD',
};

export type MailParameters = Readonly<Record<string, string | number>>;

export class Mail {
  id: Id<'Mail'>;
  kind: MailKind;
  /** The account's, or what a stranger typed who wants to reset a password: whether that is anybody's is found out later. */
  address: string;
  /** Null until it is known whose address it is. */
  userId: Id<'User'> | null;
  parameters: MailParameters;
  /** Makes the link's token together with a key that is not in the store. Null when there is no link. */
  tokenSeed: string | null;
  madeAt: Date;
  /** When it is to be tried next; null when it is over. */
  dueAt: Date | null;
  tries: number;
  /** After this it is worth nothing to anybody. */
  expiresAt: Date;
  sentAt: Date | null;
  /** Why the last try failed. */
  problem: string | null;
}

/** Who took a mail and fell silent has this long before another tries. */
export const MAIL_LEASE: Milliseconds = minutes(2);
/** How long a mail that is over is remembered. */
export const MAIL_REMEMBERED: Milliseconds = days(30);
/** News is worth mailing for this long. */
export const NEWS_LIFETIME: Milliseconds = days(1);

const LONGEST_REST: Milliseconds = hours(1);

/** When to try again after `tries` failures: 30 s, 1 min, 2 min ... at most an hour apart. Null when it would be too late. */
export function nextTry({ tries, expiresAt }: Pick<Mail, 'tries' | 'expiresAt'>, now: Date): Date | null {
  const due = later(now, Math.min(LONGEST_REST, seconds(30) * 2 ** (tries - 1)));
  return due < expiresAt ? due : null;
}
