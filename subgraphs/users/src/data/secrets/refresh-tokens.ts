// Makes refresh tokens: opaque, 256 bits. The store keeps a token's SHA-256; with that much entropy no salt is needed.
import { createHash, createHmac, randomBytes } from 'node:crypto';

const fresh = (): string => randomBytes(32).toString('base64url');

export const newRefreshToken = fresh;
export const newSuccessorSeed = fresh;

export const looksLikeRefreshToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The token that follows: HMAC-SHA256 keyed with the spent token over the seed in its row. So every racer that holds
 * the spent token gets the same successor although no token is stored, and the table alone yields none.
 */
export const successorOf = (token: string, seed: string): string =>
  createHmac('sha256', token).update(seed).digest('base64url');
