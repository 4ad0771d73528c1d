// The access token: a JWT (RFC 9068 profile, typ at+jwt) signed with ES256, at most ten minutes old.
import { type CryptoKey, errors, type JWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { minutes } from '../values/time.js';
import type { Viewer } from './viewer.js';

export const accessTokenLifetime = minutes(10);
const AUDIENCE = 'mosaic';
const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';

export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey | JWK;
}

export async function issueAccessToken(
  { kid, key }: SigningKey,
  issuer: string,
  viewer: Viewer,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  // A JWT counts whole seconds: what clients are told must not be later than what routers read in it.
  const expiresAt = new Date(Math.floor((now.getTime() + accessTokenLifetime) / 1_000) * 1_000);
  const token = await new SignJWT({ sid: viewer.sessionId, role: viewer.role })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(viewer.id)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key);
  return { token, expiresAt };
}

const claimsShape = z.object({ sub: z.string(), sid: z.string(), role: z.string(), iat: z.number(), exp: z.number() });

/**
 * Who a token speaks for, and until when. Throws a jose error for any token that is forged, expired, of another
 * issuer, audience, type or algorithm, or longer-lived than we issue; keys come only from `keys`, never from the token.
 */
export async function verifyAccessToken(
  token: string,
  issuer: string,
  keys: JWTVerifyGetKey,
): Promise<{ viewer: Viewer; expiresAt: Date }> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: AUDIENCE,
    algorithms: [ALGORITHM],
    typ: TYPE,
    maxTokenAge: accessTokenLifetime / 1_000,
    clockTolerance: 5,
  });
  const { sub, sid, role, iat, exp } = claimsShape.parse(payload);
  if (exp - iat > accessTokenLifetime / 1_000)
    throw new errors.JWTClaimValidationFailed('"exp" is later than we issue', payload, 'exp', 'check_failed');
  return { viewer: { id: sub, sessionId: sid, role }, expiresAt: new Date(exp * 1_000) };
}
