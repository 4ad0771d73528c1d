// Ids as Stripe makes them: a prefix that says the kind, and 24 letters and digits.
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const randomText = (length: number): string =>
  [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

export const newId = (prefix: 'pi' | 'ch' | 're' | 'evt' | 'req'): string => `${prefix}_${randomText(24)}`;

export const newClientSecret = (intentId: string): string => `${intentId}_secret_${randomText(25)}`;

export const epochSeconds = (): number => Math.floor(Date.now() / 1_000);
