// A field that coaches work in, named in both languages. One that is archived stays with those who have it, and is
// offered to nobody else.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { fold } from '@mosaic/kernel/values/fold';
import type { Id } from '@mosaic/kernel/values/ids';

export const LONGEST_SPECIALTY_NAME = 60;
/** So that the list of all of them is one small page. */
export const MOST_SPECIALTIES = 200;

export class Specialty {
  id: Id<'Specialty'>;
  nameEn: string;
  nameFr: string;
  /** The names folded: each is unique, and searched. */
  foldedEn: string;
  foldedFr: string;
  archivedAt: Date | null;
  createdAt: Date;
}

export type SpecialtyNames = Pick<Specialty, 'nameEn' | 'nameFr' | 'foldedEn' | 'foldedFr'>;

/** Both names, cleaned and folded. Refuses BAD_INPUT at the one that is wrong. */
export function readSpecialtyNames(input: { nameEn: string; nameFr: string }): SpecialtyNames | Refusal {
  const shape = { longest: LONGEST_SPECIALTY_NAME, lines: 'one' } as const;
  const nameEn = cleanText(input.nameEn, shape);
  if (isRefusal(nameEn)) return nameEn.at('nameEn');
  const nameFr = cleanText(input.nameFr, shape);
  if (isRefusal(nameFr)) return nameFr.at('nameFr');
  return { nameEn, nameFr, foldedEn: fold(nameEn), foldedFr: fold(nameFr) };
}

export const nameIn = ({ nameEn, nameFr }: Specialty, locale: Locale): string => (locale === 'fr' ? nameFr : nameEn);
