// Signed links: one variant of one medium, for one viewer, until a moment at most ten minutes away. An <img> or a player
// cannot send a token; it can follow a link. Usable again and again until then, because seeking asks many times.
//
//   /media/<id>/<variant>?until=<epoch ms>&for=<viewer id, or empty for everybody>&sig=<HMAC-SHA256, base64url>
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '@mosaic/kernel/config/secret';
import { type Milliseconds, minutes } from '@mosaic/kernel/values/time';

const LONGEST_LIFE: Milliseconds = minutes(10);
/** Ends are rounded down to this, so that a page loaded twice shows the same link and the browser's cache is of use. */
const STEP: Milliseconds = minutes(1);

export class LinkSeal {
  constructor(private readonly key: Secret<Buffer>) {}

  /** Good for nine minutes at least, ten at most. */
  link(mediaId: string, variant: string, viewerId: string | null, now: Date): string {
    const until = Math.floor((now.getTime() + LONGEST_LIFE) / STEP) * STEP;
    const whom = viewerId ?? '';
    const sig = this.#mac(mediaId, variant, whom, until).toString('base64url');
    return `/media/${mediaId}/${variant}?until=${until}&for=${whom}&sig=${sig}`;
  }

  /** Whether these parameters open this variant now for whoever presents them: `viewerId`, or null without a token. */
  opens(mediaId: string, variant: string, query: URLSearchParams, viewerId: string | null, now: Date): boolean {
    const [until = '', whom = '', sig = ''] = ['until', 'for', 'sig'].map((name) => query.get(name) ?? '');
    if (!/^\d{1,16}$/.test(until)) return false;
    const given = Buffer.from(sig, 'base64url');
    const wanted = this.#mac(mediaId, variant, whom, Number(until));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
    if (given.toString('base64url') !== sig || Number(until) <= now.getTime()) return false;
    return whom === '' || viewerId === null || viewerId === whom;
  }

  #mac(mediaId: string, variant: string, whom: string, until: number): Buffer {
    const terms = JSON.stringify([mediaId, variant, whom, until]);
    return createHmac('sha256', this.key.reveal()).update('link\0').update(terms).digest();
  }
}
