// Codes of certificates: 128 random bits, so that nobody finds one by guessing.
import { randomBytes } from 'node:crypto';

/** 22 characters of base64url. */
export const newCertificateCode = (): string => randomBytes(16).toString('base64url');
