import { inBoth } from '@/words/words';

export const uploadWords = inBoth({
  en: {
    choose: 'Choose a file',
    chooseMany: 'Choose files',
    orDrop: (kinds: string) => `or drop it here: ${kinds}`,
    orDropMany: (kinds: string) => `or drop them here: ${kinds}`,
    sending: (name: string) => `Uploading ${name}`,
    working: 'Being prepared…',
    notTaken: (name: string) => `${name} was not uploaded`,
    cancel: (name: string) => `Cancel the upload of ${name}`,
  },
  fr: {
    choose: 'Choisir un fichier',
    chooseMany: 'Choisir des fichiers',
    orDrop: (kinds: string) => `ou déposez-le ici : ${kinds}`,
    orDropMany: (kinds: string) => `ou déposez-les ici : ${kinds}`,
    sending: (name: string) => `Envoi de ${name}`,
    working: 'En préparation…',
    notTaken: (name: string) => `${name} n’a pas été envoyé`,
    cancel: (name: string) => `Annuler l’envoi de ${name}`,
  },
});
