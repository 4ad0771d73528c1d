// The rules of a profile: what a name and a text about oneself may be.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { fold } from '@mosaic/kernel/values/fold';
import { refuse } from './refusals.js';
import type { User } from './user.js';

export const LONGEST_NAME = 60;
export const LONGEST_BIO = 500;

/** Zero-width spaces and direction marks: in a name they only serve to look like somebody else. */
const INVISIBLE = /[\u200b\u200e\u200f\u061c\ufeff]/g;

/** The cleaned name; refuses one that is empty, longer than 60 characters, or shows nothing. */
export function readDisplayName(text: string): string | Refusal {
  const name = cleanText(text.replace(INVISIBLE, '').trim(), { longest: LONGEST_NAME, lines: 'one' });
  if (isRefusal(name)) return name.at('displayName');
  if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return name;
  return refuse('BAD_INPUT', { reason: 'a name has at least one letter or digit' }).at('displayName');
}

/** The cleaned text; white space alone is none. */
export function readBio(text: string): string | Refusal {
  if (text.trim() === '') return '';
  const bio = cleanText(text, { longest: LONGEST_BIO, lines: 'many' });
  return isRefusal(bio) ? bio.at('bio') : bio;
}

export interface ProfileChange {
  /** Undefined leaves it as it is. */
  displayName?: string | undefined;
  bio?: string | undefined;
  locale?: Locale | undefined;
}

export type Profile = Pick<User, 'displayName' | 'sortName' | 'bio' | 'locale'>;

/** The profile after a change, or why it cannot be. */
export function changeProfile(profile: Profile, change: ProfileChange): Profile | Refusal {
  const displayName = change.displayName === undefined ? profile.displayName : readDisplayName(change.displayName);
  if (typeof displayName !== 'string') return displayName;
  const bio = change.bio === undefined ? profile.bio : readBio(change.bio);
  if (typeof bio !== 'string') return bio;
  return { displayName, sortName: fold(displayName), bio, locale: change.locale ?? profile.locale };
}
