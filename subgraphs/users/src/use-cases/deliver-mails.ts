// Sends the mails that are due. A mail is leased, sent outside of any transaction, and settled; whoever dies in between
// leaves a lease that runs out, and the letter that is then sent again is the same one.

import { type Letter, type MailTransport, Undeliverable } from '../data/mail/letter.js';
import { writeLetter } from '../data/mail/write-letter.js';
import { hashOfToken } from '../data/secrets/refresh-tokens.js';
import type { Unit } from '../data/unit-of-work.js';
import type { MailOutcome } from '../data/writers/write-mails.js';
import { linkPurposes, type Mail } from '../domain/mail.js';
import type { User } from '../domain/user.js';
import type { Rooms } from './rooms.js';

const AT_ONCE = 10;

export interface MailRoom {
  readonly transport: MailTransport;
  /** The base of links, without a slash at its end. */
  readonly publicUrl: string;
}

/** Answers how many mails were taken. Safe in several processes at once. */
export async function deliverMails(
  rooms: Pick<Rooms, 'transact' | 'linkTokens' | 'log'>,
  { transport, publicUrl }: MailRoom,
): Promise<number> {
  const taken = await rooms.transact(async (unit) => {
    const mails = await unit.mails.takeDue(AT_ONCE);
    const letters: { mail: Mail; letter: Letter | null }[] = [];
    for (const mail of mails) letters.push({ mail, letter: await prepare(unit, rooms, publicUrl, mail) });
    return letters;
  });
  await Promise.all(
    taken.map(async ({ mail, letter }) => {
      const outcome = letter ? await trySending(transport, letter) : 'NOBODY';
      const isGivenUp = await rooms.transact((unit) => unit.mails.settle(mail, outcome));
      if (isGivenUp) rooms.log.warning('a mail was given up', { mailId: mail.id, tries: mail.tries });
    }),
  );
  return taken.length;
}

/** Null when there is nobody to send it to, or it is too late, or they did not prove that the address is theirs. */
async function prepare(
  unit: Unit,
  { linkTokens }: Pick<Rooms, 'linkTokens'>,
  publicUrl: string,
  mail: Mail,
): Promise<Letter | null> {
  if (mail.expiresAt <= unit.now) return null;
  const user = mail.userId ? await unit.users.find(mail.userId) : await unit.users.findByEmail(mail.address);
  if (!user || !mayReceive(user, mail)) return null;
  const purpose = linkPurposes[mail.kind];
  if (!purpose || !mail.tokenSeed) return writeLetter(mail, user, publicUrl, null);
  const token = linkTokens.tokenOf(mail.tokenSeed);
  const link = { hash: hashOfToken(token), userId: user.id, purpose, email: user.email };
  await unit.linkTokens.add({ ...link, expiresAt: mail.expiresAt, usedAt: null });
  return writeLetter(mail, user, publicUrl, token);
}

/** News goes only to addresses that were proved; nobody can have somebody else's mailbox filled. */
const mayReceive = (user: User, { kind }: Mail): boolean =>
  kind !== 'NOTIFICATION' || (user.emailVerifiedAt !== null && user.status === 'ACTIVE');

async function trySending(transport: MailTransport, letter: Letter): Promise<MailOutcome> {
  try {
    await transport.send(letter);
    return 'SENT';
  } catch (error) {
    return { problem: String(error).slice(0, 500), isFinal: error instanceof Undeliverable };
  }
}
