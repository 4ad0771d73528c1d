// Issues access and guest tokens with the first signing key, and publishes the public half of every configured one.
import type { Secret } from '@mosaic/kernel/config/secret';
import { issueAccessToken } from '@mosaic/kernel/identity/access-token';
import { issueGuestToken } from '@mosaic/kernel/identity/guest-token';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { importJWK } from 'jose';

/** A private key for ES256 as JWK (RFC 7517, RFC 7518 section 6.2), named by its kid. */
export interface SigningJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly kid: string;
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

export interface AccessTokens {
  issue(viewer: Viewer, now: Date): Promise<{ token: string; expiresAt: Date }>;
  /** `guestId` is an id of the type Guest. */
  issueGuest(guestId: string, now: Date): Promise<{ token: string; expiresAt: Date }>;
  /** A JWK set (RFC 7517, section 5) without any private part. */
  readonly published: { readonly keys: readonly object[] };
}

/** The first key signs; the others are still published, so that tokens they signed are good until they expire. */
export async function openAccessTokens(keys: Secret<readonly SigningJwk[]>, issuer: string): Promise<AccessTokens> {
  const [first] = keys.reveal();
  if (!first) throw new Error('there is no signing key');
  const key = await importJWK({ ...first, alg: 'ES256' });
  if (key instanceof Uint8Array) throw new Error('a signing key is not symmetric');
  return {
    issue: (viewer, now) => issueAccessToken({ kid: first.kid, key }, issuer, viewer, now),
    issueGuest: (guestId, now) => issueGuestToken({ kid: first.kid, key }, issuer, guestId, now),
    // Named one by one: a member that is not listed here cannot be published by accident.
    published: {
      keys: keys.reveal().map(({ kty, crv, kid, x, y }) => ({ kty, crv, kid, x, y, alg: 'ES256', use: 'sig' })),
    },
  };
}
