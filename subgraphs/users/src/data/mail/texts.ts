// What our mails say, in each language. A text is a subject and paragraphs.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import type { MailKind, MailParameters } from '../../domain/mail.js';
import { textsEn } from './texts-en.js';
import { textsFr } from './texts-fr.js';

/** What a text may speak of. */
export interface Facts {
  readonly name: string;
  /** Where the reader can go on. */
  readonly link: string;
  readonly parameters: MailParameters;
}

export interface Text {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

export type Texts = Readonly<Record<MailKind, (facts: Facts) => Text>>;

export const textsIn: Readonly<Record<Locale, Texts>> = { en: textsEn, fr: textsFr };
