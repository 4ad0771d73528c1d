// Makes the tokens of invitations: opaque, 256 bits. The store keeps SHA-256; with that much entropy no salt is needed.
import { createHash, randomBytes } from 'node:crypto';

export const newInvitationToken = (): string => randomBytes(32).toString('base64url');

/** Null for what cannot be one of our tokens. */
export const hashOfInvitation = (token: string): string | null =>
  /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest('base64url') : null;
