// Names an account in the table of attempts without storing the addresses that strangers typed.
import { createHash } from 'node:crypto';
import { foldEmail } from '../../domain/email.js';
import type { LinkPurpose } from '../../domain/link-token.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const accountKey = (email: string): string => digest(foldEmail(email));

/** The same for asking for links: counted apart, so that nobody's sign-in waits because a stranger asked for mails. */
export const linkMailKey = (purpose: LinkPurpose, email: string): string => digest(`${purpose} ${foldEmail(email)}`);
