// Our mails in French.
import { newsIn } from './news.js';
import type { Texts } from './texts.js';

const IGNORE = 'Si vous n’avez rien demandé, ignorez ce message : rien ne change.';

export const textsFr: Texts = {
  WELCOME: ({ name, link }) => ({
    subject: 'Bienvenue sur Mosaic',
    paragraphs: [
      `Bonjour ${name},`,
      'votre compte est prêt. Merci de confirmer que cette adresse est la vôtre, dans les 30 minutes :',
      link,
      'Plus tard, vous pourrez demander un autre lien dans vos réglages.',
      'Si vous n’avez pas créé ce compte, ignorez ce message.',
    ],
  }),
  VERIFY_EMAIL: ({ name, link }) => ({
    subject: 'Confirmez votre adresse e-mail',
    paragraphs: [
      `Bonjour ${name},`,
      'ce lien confirme votre adresse ; il fonctionne une seule fois, pendant 30 minutes :',
      link,
      IGNORE,
    ],
  }),
  RESET_PASSWORD: ({ name, link }) => ({
    subject: 'Choisissez un nouveau mot de passe',
    paragraphs: [
      `Bonjour ${name},`,
      'quelqu’un, vous sans doute, n’arrive pas à se connecter à votre compte. Ce lien permet de choisir un nouveau mot de passe ; il fonctionne une seule fois, pendant 30 minutes, et met fin à toutes les sessions :',
      link,
      IGNORE,
    ],
  }),
  NOTIFICATION: ({ name, link, parameters }) => {
    const news = newsIn('fr', parameters);
    return {
      subject: news,
      paragraphs: [`Bonjour ${name},`, `${news}.`, link, 'Vous choisissez dans vos réglages ce qui vous est envoyé.'],
    };
  },
};
