// The language of the app: chosen by the person, else the browser's. The element <html lang> is its one home, so that
// fetches, formats and screen readers all agree.
import { useSyncExternalStore } from 'react';

export type Locale = 'en' | 'fr';

const KEY = 'mosaic-locale';
const listeners = new Set<() => void>();

export const currentLocale = (): Locale => (document.documentElement.lang === 'fr' ? 'fr' : 'en');

export function setLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  localStorage.setItem(KEY, locale);
  for (const listener of listeners) listener();
}

/** Called once, before the first render. */
export function initLocale(): void {
  const chosen = localStorage.getItem(KEY) ?? navigator.language;
  document.documentElement.lang = chosen.startsWith('fr') ? 'fr' : 'en';
}

/** Whether the person has chosen here; if not, the account's language is followed. */
export const hasChosenLocale = (): boolean => localStorage.getItem(KEY) !== null;

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language as this person's browser asks for it, so that British dates are not American; a BCP 47 tag. */
export function tagOf(locale: Locale): string {
  const asked = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  return asked.find((tag) => tag.split('-')[0] === locale) ?? locale;
}
