// A grant: one subgraph's word to another that this asker may see a thing, because it hangs on something they may see.
// It travels through the graph as the key of an entity, so that the owner of the thing needs nobody's rules but its own.
//
//   base64url(JSON claims) "." base64url(HMAC-SHA256(key, claims text))
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Secret } from '../config/secret.js';
import { type Milliseconds, minutes } from '../values/time.js';

const LIFETIME: Milliseconds = minutes(10);
const LONGEST = 1_000;

const claimsShape = z.object({
  /** The thing's id. */
  thing: z.string(),
  /** Whose word it was that the thing hangs there: the grant counts only when the thing is theirs. */
  by: z.string(),
  /** Who may see it: an id, or null for everybody. */
  to: z.string().nullable(),
  /** Epoch milliseconds. */
  until: z.number(),
});
export type Grant = z.infer<typeof claimsShape>;

export class GrantSeal {
  constructor(private readonly key: Secret<Buffer>) {}

  /** Good for ten minutes at least, twenty at most: the end is rounded up, so that equal grants are equal texts. */
  seal({ thing, by, to }: Omit<Grant, 'until'>, now: Date): string {
    const until = (Math.floor(now.getTime() / LIFETIME) + 2) * LIFETIME;
    const text = Buffer.from(JSON.stringify({ thing, by, to, until })).toString('base64url');
    return `${text}.${this.#mac(text).toString('base64url')}`;
  }

  /** Null for what is forged, expired, or for somebody else than `asker`. Never throws on hostile input. */
  open(grant: string, asker: string | null, now: Date): Grant | null {
    const [text = '', signature = '', ...more] = grant.length > LONGEST ? [] : grant.split('.');
    const given = Buffer.from(signature, 'base64url');
    const wanted = this.#mac(text);
    if (more.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
    const claims = claimsShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return claims.until > now.getTime() && (claims.to === null || claims.to === asker) ? claims : null;
  }

  #mac(text: string): Buffer {
    return createHmac('sha256', this.key.reveal()).update('grant\0').update(text).digest();
  }
}
