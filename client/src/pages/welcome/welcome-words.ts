import { inBoth } from '@/words/words';

export const welcomeWords = inBoth({
  en: { signIn: 'Sign in', email: 'E-mail address', password: 'Password' },
  fr: { signIn: 'Se connecter', email: 'Adresse e-mail', password: 'Mot de passe' },
});
