// The router vouches for each call to a subgraph. docs/protocols/caller-assertion.md is the law; this is the code.
//
//   x-mosaic-caller: base64url(JSON claims) "." base64url(HMAC-SHA256(key[kid], claims text "." sha256(body)))
//
// The viewer, deadline, audience, method and path are inside the signature, so none of them can be swapped.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Secret } from '../config/secret.js';
import { type Milliseconds, seconds } from '../values/time.js';
import { locales } from './viewer.js';

export const callerHeader = 'x-mosaic-caller';
const WINDOW: Milliseconds = seconds(30);

export interface CallerKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, Secret<Buffer>>>;
}

const claimsShape = z.object({
  kid: z.string(),
  /** The subgraph this call is for. */
  audience: z.string(),
  method: z.string(),
  path: z.string(),
  viewer: z.object({ id: z.string(), sessionId: z.string(), role: z.string() }).nullable(),
  /** Whose cart an asker without an account fills: an id of the type Guest. */
  guest: z.string().nullable().default(null),
  locale: z.enum(locales),
  requestId: z.string(),
  /** Epoch milliseconds by which the answer is wanted. */
  deadline: z.number(),
  issuedAt: z.number(),
  nonce: z.string(),
});
export type CallerClaims = z.infer<typeof claimsShape>;

const mac = (key: Secret<Buffer>, claims: string, body: string | Buffer) =>
  createHmac('sha256', key.reveal())
    .update(claims)
    .update('.')
    .update(createHash('sha256').update(body).digest())
    .digest();

/** The assertion for one call with this exact body. */
export function signCall(
  { current, keys }: CallerKeys,
  claims: Omit<z.input<typeof claimsShape>, 'kid' | 'issuedAt' | 'nonce'>,
  body: string | Buffer,
): string {
  const key = keys[current];
  if (!key) throw new Error(`no caller key named ${current}`);
  const full: z.input<typeof claimsShape> = {
    ...claims,
    kid: current,
    issuedAt: Date.now(),
    nonce: randomBytes(12).toString('base64url'),
  };
  const text = Buffer.from(JSON.stringify(full)).toString('base64url');
  return `${text}.${mac(key, text, body).toString('base64url')}`;
}

/** Checks assertions addressed to one audience, and accepts each nonce once. */
export class CallerVerifier {
  readonly #audience: string;
  readonly #keys: CallerKeys;
  // Two generations of seen nonces: a nonce is remembered for at least one window, then forgotten in bulk.
  #seen = new Set<string>();
  #seenBefore = new Set<string>();
  #turnedAt = 0;

  constructor(audience: string, keys: CallerKeys) {
    this.#audience = audience;
    this.#keys = keys;
  }

  /** The claims, or null for anything forged, misaddressed, expired or replayed. Never throws on hostile input. */
  verify(assertion: string | undefined, method: string, path: string, body: string | Buffer): CallerClaims | null {
    const [text = '', signature = '', ...more] = (assertion ?? '').split('.');
    if (more.length > 0) return null;
    const claims = readClaims(text);
    const key = claims && Object.hasOwn(this.#keys.keys, claims.kid) ? this.#keys.keys[claims.kid] : undefined;
    if (!claims || !key) return null;
    const given = Buffer.from(signature, 'base64url');
    const wanted = mac(key, text, body);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
    if (claims.audience !== this.#audience || claims.method !== method || claims.path !== path) return null;
    if (Math.abs(Date.now() - claims.issuedAt) > WINDOW) return null;
    return this.#isFresh(claims.nonce) ? claims : null;
  }

  #isFresh(nonce: string): boolean {
    if (Date.now() - this.#turnedAt > 2 * WINDOW) {
      this.#seenBefore = this.#seen;
      this.#seen = new Set();
      this.#turnedAt = Date.now();
    }
    if (this.#seen.has(nonce) || this.#seenBefore.has(nonce)) return false;
    this.#seen.add(nonce);
    return true;
  }
}

function readClaims(text: string): CallerClaims | null {
  try {
    return claimsShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return null; // hostile bytes: the same refusal as a wrong signature
  }
}

/** The body that a subscribe message on a shared socket is signed over: what will be executed, nothing else. */
export const subscribeBody = (query: string, variables: unknown): string =>
  `${query}\n${JSON.stringify(variables ?? {})}`;
