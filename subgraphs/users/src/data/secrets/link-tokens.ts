// The tokens of mailed links. A mail waits in the store and can be written again, yet the store holds no token: it holds a
// seed, and the token is HMAC-SHA256(key, seed) with a key that is only in the configuration.
import { createHmac, randomBytes } from 'node:crypto';
import type { Secret } from '@mosaic/kernel/config/secret';

export interface LinkTokens {
  newSeed(): string;
  /** 256 bits as base64url; always the same for one seed. */
  tokenOf(seed: string): string;
}

export const openLinkTokens = (key: Secret<Buffer>): LinkTokens => ({
  newSeed: () => randomBytes(32).toString('base64url'),
  tokenOf: (seed) => createHmac('sha256', key.reveal()).update('mailed link\0').update(seed).digest('base64url'),
});

export const looksLikeLinkToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
