// Writes the letter of a mail: in its reader's language, with its link.
import type { Mail, MailKind } from '../../domain/mail.js';
import type { User } from '../../domain/user.js';
import type { Letter } from './letter.js';
import { textsIn } from './texts.js';

/** Where the client takes each kind's reader. */
const paths: Readonly<Record<MailKind, string>> = {
  WELCOME: '/verify-email',
  VERIFY_EMAIL: '/verify-email',
  RESET_PASSWORD: '/reset-password',
  NOTIFICATION: '/notifications',
};

/**
 * `publicUrl` has no slash at its end. The token stands behind the #, so that browsers send it to nobody: neither to the
 * server of the page, whose logs would keep it, nor as a Referer.
 */
export function writeLetter(mail: Mail, user: User, publicUrl: string, token: string | null): Letter {
  const link = `${publicUrl}${paths[mail.kind]}${token ? `#token=${token}` : ''}`;
  const { subject, paragraphs } = textsIn[user.locale][mail.kind]({
    name: user.displayName,
    link,
    parameters: mail.parameters,
  });
  const text = `${paragraphs.join('\n\n')}\n`;
  return { id: mail.id, to: user.email, subject, text, language: user.locale, date: mail.madeAt };
}
