// A person with an account: what others see of them, and the e-mail that only they (and admins) see.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import type { Id } from '@mosaic/kernel/values/ids';

/** What an account may act as. */
export const roles = {
  USER: 'Uses the product.',
  COACH: 'Also offers their time and knowledge.',
  ADMIN: 'Runs the place.',
} as const;
export type Role = keyof typeof roles;

/** Whether an account may be used. */
export const accountStatuses = {
  ACTIVE: 'Its owner may sign in.',
  SUSPENDED: 'Nobody may sign in; what the account holds stays as it is.',
} as const;
export type AccountStatus = keyof typeof accountStatuses;

export class User {
  id: Id<'User'>;
  /** ASCII, as it was written at sign-up; unique regardless of case. */
  email: string;
  /** When its owner proved that the address is theirs; null until then. */
  emailVerifiedAt: Date | null;
  displayName: string;
  /** The display name as the directory sorts and searches it. */
  sortName: string;
  /** Empty when there is none. */
  bio: string;
  locale: Locale;
  role: Role;
  status: AccountStatus;
  /** Grows by one with every change; a change names the version it was made from. */
  version: number;
  createdAt: Date;
}
