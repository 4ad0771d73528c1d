// The transport that the configuration names, opened when the first letter leaves: importing it costs a start.
import type { Secret } from '@mosaic/kernel/config/secret';
import type { MailTransport } from './letter.js';

interface MailConfig {
  MAIL_DIR: string;
  MAIL_FROM: string;
  SMTP_URL?: Secret<string> | undefined;
}

export function openTransport(config: MailConfig): MailTransport {
  let opened: Promise<MailTransport> | null = null;
  const open = async (): Promise<MailTransport> => {
    if (config.SMTP_URL) return (await import('./smtp-transport.js')).smtpTransport(config.SMTP_URL, config.MAIL_FROM);
    return (await import('./file-transport.js')).fileTransport(config.MAIL_DIR, config.MAIL_FROM);
  };
  return {
    async send(letter) {
      opened ??= open();
      await (await opened).send(letter);
    },
    close: () => void opened?.then((transport) => transport.close()),
  };
}
