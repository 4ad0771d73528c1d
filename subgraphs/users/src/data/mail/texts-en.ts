// Our mails in English.
import { newsIn } from './news.js';
import type { Texts } from './texts.js';

const IGNORE = 'If this was not you, ignore this mail: nothing changes.';

export const textsEn: Texts = {
  WELCOME: ({ name, link }) => ({
    subject: 'Welcome to Mosaic',
    paragraphs: [
      `Hello ${name},`,
      'your account is ready. Please confirm that this address is yours, within 30 minutes:',
      link,
      'Later, you can ask for another link in your settings.',
      'If you did not make this account, ignore this mail.',
    ],
  }),
  VERIFY_EMAIL: ({ name, link }) => ({
    subject: 'Confirm your e-mail address',
    paragraphs: [`Hello ${name},`, 'this link confirms your address; it works once, for 30 minutes:', link, IGNORE],
  }),
  RESET_PASSWORD: ({ name, link }) => ({
    subject: 'Choose another password',
    paragraphs: [
      `Hello ${name},`,
      'somebody, you we hope, cannot sign in to your account. This link lets you choose another password; it works once, for 30 minutes, and ends all sessions:',
      link,
      IGNORE,
    ],
  }),
  NOTIFICATION: ({ name, link, parameters }) => {
    const news = newsIn('en', parameters);
    return {
      subject: news,
      paragraphs: [`Hello ${name},`, `${news}.`, link, 'You choose in your settings what is mailed.'],
    };
  },
};
