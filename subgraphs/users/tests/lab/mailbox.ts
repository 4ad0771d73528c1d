// A mailbox in memory, and the hand that empties the queue into it.

import type { Letter, MailTransport } from '../../src/data/mail/letter.js';
import { deliverMails } from '../../src/use-cases/deliver-mails.js';
import type { Lab } from './open-lab.js';

export const PUBLIC_URL = 'https://mosaic.test';

export interface Mailbox extends MailTransport {
  readonly letters: Letter[];
}

export function openMailbox(): Mailbox {
  const letters: Letter[] = [];
  return { letters, send: async (letter) => void letters.push(letter), close: () => {} };
}

/** Sends everything that is due; answers how many mails were taken. */
export async function deliverAll({ rooms }: Lab, transport: MailTransport): Promise<number> {
  let taken = 0;
  for (let more = -1; more !== 0; taken += Math.max(more, 0)) {
    more = await deliverMails(rooms, { transport, publicUrl: PUBLIC_URL });
  }
  return taken;
}

/** The letters to an address that came by now, oldest first. */
export async function mailTo(lab: Lab, address: string): Promise<Letter[]> {
  const mailbox = openMailbox();
  await deliverAll(lab, mailbox);
  return mailbox.letters.filter(({ to }) => to === address);
}

export function tokenIn(letter: Letter | undefined): string {
  const token = /#token=([\w-]+)/.exec(letter?.text ?? '')?.[1];
  if (!token) throw new Error('there is no link in this letter');
  return token;
}
