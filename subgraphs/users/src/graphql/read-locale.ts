// Locales as the graph spells them.
import { type Locale, locales } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from '../domain/refusals.js';

export const readLocale = (text: string): Locale | Refusal =>
  locales.find((locale) => locale === text) ??
  refuse('BAD_INPUT', { reason: `a locale is one of ${locales.join(', ')}` }).at('locale');
