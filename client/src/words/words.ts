// Texts that people see, in French and English, beside the page that says them: const words = inBoth({ en, fr }).
// A text that depends on something is a function. The types see to it that both languages say everything.
import { currentLocale, type Locale, useLocale } from './locale';

type Texts = { readonly [name: string]: string | ((...given: never[]) => string) | Texts };
type Both<T> = { readonly [locale in Locale]: T };

export const inBoth = <T extends Texts>(both: { readonly en: T; readonly fr: NoInfer<T> }): Both<T> => both;

export const useWords = <T>(words: Both<T>): T => words[useLocale()];

/** Outside of components, e.g. in a toast. */
export const wordsNow = <T>(words: Both<T>): T => words[currentLocale()];

/** "1 message", "3 messages": French counts none as one, English as many. */
export function counted(count: number, one: string, other: string): string {
  const locale = currentLocale();
  const number = new Intl.NumberFormat(locale).format(count);
  return `${number} ${new Intl.PluralRules(locale).select(count) === 'one' ? one : other}`;
}
