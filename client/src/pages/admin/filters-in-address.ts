// The filters of the list of accounts, as the address says them.
import type { AccountStatus, Role } from '@/graph/generated/graphql';

export const ROLES: readonly Role[] = ['USER', 'COACH', 'ADMIN'];
export const STATUSES: readonly AccountStatus[] = ['ACTIVE', 'SUSPENDED'];

interface Filters {
  readonly search: string | null;
  readonly role: Role | null;
  readonly status: AccountStatus | null;
}

/** A word that is none of ours filters nothing. */
export function filtersIn(address: URLSearchParams): Filters {
  const oneOf = <Word extends string>(known: readonly Word[], name: string): Word | null =>
    known.find((word) => word === address.get(name)) ?? null;
  return {
    search: address.get('q')?.trim() || null,
    role: oneOf(ROLES, 'role'),
    status: oneOf(STATUSES, 'status'),
  };
}

/** The address with one filter changed; an empty one leaves it. */
export function withFilter(address: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(address);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
