// "Sends" letters into a directory, one .eml per letter (RFC 5322), named after the mail: for development and tests.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { envelope } from './envelope.js';
import type { MailTransport } from './letter.js';

/** A letter appears whole or not at all; sent again, it is the same file. */
export function fileTransport(directory: string, from: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const ready = mkdir(directory, { recursive: true });
  ready.catch(() => {}); // reported by every letter that needs it
  return {
    async send(letter) {
      await ready;
      const { message } = await composer.sendMail(envelope(from, letter));
      const path = join(directory, `${letter.id}.eml`);
      await writeFile(`${path}.part`, message as Buffer);
      await rename(`${path}.part`, path);
    },
    close: () => composer.close(),
  };
}
