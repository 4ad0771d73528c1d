// Spends the token of a mailed link for the person it was mailed to.

import { looksLikeLinkToken } from '../data/secrets/link-tokens.js';
import { hashOfToken } from '../data/secrets/refresh-tokens.js';
import type { Unit } from '../data/unit-of-work.js';
import type { LinkPurpose } from '../domain/link-token.js';
import type { User } from '../domain/user.js';

/** The person, taken; null when the token was spent before, is too old, or was never one. Of racers one gets the person. */
export async function spendLink(unit: Unit, token: string, purpose: LinkPurpose): Promise<User | null> {
  if (!looksLikeLinkToken(token)) return null;
  const link = await unit.linkTokens.find(hashOfToken(token), purpose);
  if (!link) return null;
  // The person first: two links of one person are then spent one after the other, and never wait for each other.
  const user = await unit.users.take(link.userId);
  if (!user || user.email !== link.email) return null;
  return (await unit.linkTokens.spend(link.hash)) ? user : null;
}
