// Keys and tokens of a test's own issuer.
import { randomBytes } from 'node:crypto';
import { issueAccessToken } from '@mosaic/kernel/identity/access-token';
import { issueGuestToken } from '@mosaic/kernel/identity/guest-token';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export const ISSUER = 'https://issuer.test';

const secret = randomBytes(32).toString('base64url');
/** As MOSAIC_CALLER_KEYS, for the router and its subgraphs. */
export const callerKeysText = JSON.stringify({ current: 'k1', keys: { k1: secret } });

export interface TestIssuer {
  readonly publicKey: JWK;
  tokenFor(viewer: Viewer, issuedAt?: Date): Promise<string>;
  guestTokenFor(guestId: string, issuedAt?: Date, issuer?: string): Promise<{ token: string }>;
}

export async function testIssuer(kid = 'test-1'): Promise<TestIssuer> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  return {
    publicKey: { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' },
    tokenFor: async (viewer, issuedAt = new Date()) =>
      (await issueAccessToken({ kid, key: pair.privateKey }, ISSUER, viewer, issuedAt)).token,
    guestTokenFor: (guestId, issuedAt = new Date(), issuer = ISSUER) =>
      issueGuestToken({ kid, key: pair.privateKey }, issuer, guestId, issuedAt),
  };
}

export const viewer = (id: string, sessionId = `session-of-${id}`): Viewer => ({ id, sessionId, role: 'USER' });
