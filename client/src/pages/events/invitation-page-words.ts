import { inBoth } from '@/words/words';

export const invitationWords = inBoth({
  en: {
    title: 'You are invited',
    gone: 'This invitation does not count any more',
    goneText: 'It was used already, it is too old, or the event does not take place. Ask for another one.',
    until: (date: string) => `The invitation counts until ${date}.`,
    accept: 'Accept the invitation',
    signIn: 'Sign in to accept',
    signUp: 'Create an account',
    accepted: 'Welcome! Say whether you come.',
    yourEvents: 'Your events',
  },
  fr: {
    title: 'Vous êtes invité',
    gone: 'Cette invitation ne compte plus',
    goneText: 'Elle a déjà servi, elle est trop ancienne, ou l’événement n’a pas lieu. Demandez-en une autre.',
    until: (date: string) => `L’invitation est valable jusqu’au ${date}.`,
    accept: 'Accepter l’invitation',
    signIn: 'Se connecter pour accepter',
    signUp: 'Créer un compte',
    accepted: 'Bienvenue ! Dites si vous venez.',
    yourEvents: 'Vos événements',
  },
});
