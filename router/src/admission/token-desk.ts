// Checks access tokens: each is verified once and then remembered by its hash until it expires.
import { createHash } from 'node:crypto';
import { verifyAccessToken } from '@mosaic/kernel/identity/access-token';
import { verifyGuestToken } from '@mosaic/kernel/identity/guest-token';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { minutes } from '@mosaic/kernel/values/time';
import { Recent } from '../bounds/recent.js';
import { Refused } from '../respond/refusals.js';
import type { Revocations } from './follow-revocations.js';
import { type KeySet, NoKeysYet } from './key-set.js';

export interface Identity {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** Who tells from what a caller brings who it is. */
export interface TokenDesk {
  /** Whom the value of an Authorization header speaks for; null when there is none. */
  identify(authorization: string | undefined): Promise<Identity | Refused | null>;
  /** The guest that the value of an x-mosaic-guest header speaks for; null when there is none. */
  identifyGuest(token: string | undefined): Promise<string | Refused | null>;
  /** Whether the identity may still act: not expired, its session not revoked. */
  isGood(identity: Identity): boolean;
}

const MOST_REMEMBERED = 10_000;
const LONGEST_TOKEN = 4_096;
/** A guest token lives for weeks: it is looked at again now and then. */
const GUEST_REMEMBERED = minutes(10);

export class JwtDesk implements TokenDesk {
  readonly #verified = new Recent<string, Identity>(MOST_REMEMBERED);
  readonly #guests = new Recent<string, { guest: string; until: number }>(MOST_REMEMBERED);

  constructor(
    private readonly issuer: string,
    private readonly keySet: KeySet,
    private readonly revocations: Revocations,
  ) {}

  /** Only `Bearer <JWT>` is understood. */
  async identify(authorization: string | undefined): Promise<Identity | Refused | null> {
    if (authorization === undefined || authorization === '') return null;
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (!token || token.length > LONGEST_TOKEN) return Refused.as('UNAUTHENTICATED');
    const hash = createHash('sha256').update(token).digest('base64url');
    const known = this.#verified.get(hash);
    const identity = known ?? (await this.#verify(token));
    if (identity instanceof Refused) return identity;
    if (!known) this.#verified.set(hash, identity);
    return this.isGood(identity) ? identity : Refused.as('UNAUTHENTICATED');
  }

  async identifyGuest(token: string | undefined): Promise<string | Refused | null> {
    if (token === undefined || token === '') return null;
    if (token.length > LONGEST_TOKEN) return Refused.as('UNKNOWN_GUEST');
    const hash = createHash('sha256').update(token).digest('base64url');
    const known = this.#guests.get(hash);
    if (known && known.until > Date.now()) return known.guest;
    try {
      const guest = await verifyGuestToken(token, this.issuer, this.keySet.keyFor);
      this.#guests.set(hash, { guest, until: Date.now() + GUEST_REMEMBERED });
      return guest;
    } catch (error) {
      return Refused.as(error instanceof NoKeysYet ? 'IDENTITY_UNAVAILABLE' : 'UNKNOWN_GUEST');
    }
  }

  isGood({ viewer, expiresAt }: Identity): boolean {
    return expiresAt.getTime() > Date.now() && !this.revocations.has(viewer.sessionId);
  }

  async #verify(token: string): Promise<Identity | Refused> {
    try {
      return await verifyAccessToken(token, this.issuer, this.keySet.keyFor);
    } catch (error) {
      // Why a token is bad is nobody's business; that we cannot tell is.
      return Refused.as(error instanceof NoKeysYet ? 'IDENTITY_UNAVAILABLE' : 'UNAUTHENTICATED');
    }
  }
}
