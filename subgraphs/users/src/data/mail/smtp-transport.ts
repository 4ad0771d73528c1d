// Sends letters by SMTP (RFC 5321).

import type { Secret } from '@mosaic/kernel/config/secret';
import { seconds } from '@mosaic/kernel/values/time';
import { createTransport } from 'nodemailer';
import { envelope } from './envelope.js';
import { type MailTransport, Undeliverable } from './letter.js';

/** `url` is smtp:// or smtps://, with user and password where the server asks for them. */
export function smtpTransport(url: Secret, from: string): MailTransport {
  // All of them together are shorter than the lease of a mail: two processes never send one letter at the same time.
  const limits = { connectionTimeout: seconds(10), greetingTimeout: seconds(10), socketTimeout: seconds(20) };
  const server = createTransport({ url: url.reveal(), pool: true, maxConnections: 2, ...limits });
  return {
    async send(letter) {
      try {
        await server.sendMail(envelope(from, letter));
      } catch (error) {
        // RFC 5321, section 4.2.1: 5yz is permanent, 4yz may pass.
        const code = (error as { responseCode?: number }).responseCode ?? 0;
        throw code >= 500 ? new Undeliverable(`the server answered ${code}`, { cause: error }) : error;
      }
    },
    close: () => server.close(),
  };
}
