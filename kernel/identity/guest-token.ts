// The guest token: what somebody without an account is known by while they fill a cart. A JWT of its own type, so that
// neither kind of token can ever stand for the other; it admits to nothing that asks for a viewer.
import { type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { days } from '../values/time.js';
import type { SigningKey } from './access-token.js';

export const guestHeader = 'x-mosaic-guest';
const LIFETIME = days(30);
const TYPE = 'guest+jwt';
const AUDIENCE = 'mosaic';
const ALGORITHM = 'ES256';

/** `guestId` is an id of the type Guest. */
export async function issueGuestToken(
  { kid, key }: SigningKey,
  issuer: string,
  guestId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(Math.floor((now.getTime() + LIFETIME) / 1_000) * 1_000);
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(guestId)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key);
  return { token, expiresAt };
}

/** The guest's id. Throws a jose error for a token that is forged, expired, or of another issuer, audience or type. */
export async function verifyGuestToken(token: string, issuer: string, keys: JWTVerifyGetKey): Promise<string> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: AUDIENCE,
    algorithms: [ALGORITHM],
    typ: TYPE,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: 5,
  });
  return String(payload.sub);
}
