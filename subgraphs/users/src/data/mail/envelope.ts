// A letter as nodemailer takes it: plain text in UTF-8, with headers that say it was sent by no person.
import type { Letter } from './letter.js';

/** `from` is "Name <address>" or an address. */
export function envelope(from: string, { id, to, subject, text, language, date }: Letter) {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    date,
    messageId: `<${id}@${domain}>`,
    // RFC 3834, section 5: holiday answers stay away.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
