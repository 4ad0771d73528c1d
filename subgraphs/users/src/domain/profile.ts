// The rules of a profile: what a name and a text about oneself may be.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import type { Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanLine, cleanLines, foldText, lengthOf } from './clean-text.js';
import { refuse } from './refusals.js';
import type { User } from './user.js';

export const LONGEST_NAME = 60;
export const LONGEST_BIO = 500;

/** The cleaned name; refuses one that is empty, longer than 60 characters, or shows nothing. */
export function readDisplayName(text: string): string | Refusal {
  const name = cleanLine(text);
  const bad = (reason: string) => refuse('BAD_INPUT', { reason }).at('displayName');
  if (lengthOf(name) > LONGEST_NAME) return bad(`a name has at most ${LONGEST_NAME} characters`);
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return bad('a name has at least one letter or digit');
  return name;
}

export function readBio(text: string): string | Refusal {
  const bio = cleanLines(text);
  if (lengthOf(bio) <= LONGEST_BIO) return bio;
  return refuse('BAD_INPUT', { reason: `this text has at most ${LONGEST_BIO} characters` }).at('bio');
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
  return { displayName, sortName: foldText(displayName), bio, locale: change.locale ?? profile.locale };
}
