// The cookies of a session: their names, what browsers are told about them, and who may read them. No script ever sees a
// token; the one cookie that scripts can read says only until when somebody is signed in.
import { days, type Milliseconds } from '@mosaic/kernel/values/time';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Headed, HttpResponse } from '../edge/exchange.js';

/**
 * As long as a refresh token lives. The access token's cookie stays as long, beyond its token: an expired one must be
 * refused, and a missing one would be silently anonymous.
 */
export const SESSION_KEPT: Milliseconds = days(30);
const HINT = 'mosaic-session';

export interface SessionTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string;
}

export class SessionCookies {
  readonly #prefix: string;

  /** Browsers take the __Host- prefix over https only (RFC 6265bis, section 4.1.3). */
  constructor(private readonly isSecure: boolean) {
    this.#prefix = isSecure ? '__Host-mosaic-' : 'mosaic-';
  }

  accessIn(request: Headed): string | undefined {
    return this.#read(request, 'access');
  }

  guestIn(request: Headed): string | undefined {
    return this.#read(request, 'guest');
  }

  /** For refreshing and for signing out, and for nothing else. */
  refreshIn(request: Headed): string | undefined {
    return this.#read(request, 'refresh');
  }

  /** Whoever was a guest is one no more: a guest is adopted once. */
  begin(response: HttpResponse, tokens: SessionTokens): void {
    this.keep(response, tokens);
    this.dropGuest(response);
  }

  /** The next tokens of the session. */
  keep(response: HttpResponse, { accessToken, accessTokenExpiresAt, refreshToken }: SessionTokens): void {
    this.#write(response, 'access', accessToken, SESSION_KEPT);
    this.#write(response, 'refresh', refreshToken, SESSION_KEPT);
    this.#writeHint(response, String(Date.parse(accessTokenExpiresAt)), SESSION_KEPT);
  }

  end(response: HttpResponse): void {
    this.#write(response, 'access', '', 0);
    this.#write(response, 'refresh', '', 0);
    this.#writeHint(response, '', 0);
  }

  keepGuest(response: HttpResponse, token: string, expiresAt: Date): void {
    this.#write(response, 'guest', token, Math.max(0, expiresAt.getTime() - Date.now()));
  }

  dropGuest(response: HttpResponse): void {
    this.#write(response, 'guest', '', 0);
  }

  #read({ headers: { cookie = '' } }: Headed, name: string): string | undefined {
    return parseCookie(cookie)[this.#prefix + name] || undefined;
  }

  #write(response: HttpResponse, name: string, value: string, kept: Milliseconds): void {
    this.#append(response, { name: this.#prefix + name, value, httpOnly: true }, kept);
  }

  #writeHint(response: HttpResponse, value: string, kept: Milliseconds): void {
    this.#append(response, { name: HINT, value, httpOnly: false }, kept);
  }

  #append(
    response: HttpResponse,
    cookie: { name: string; value: string; httpOnly: boolean },
    kept: Milliseconds,
  ): void {
    const maxAge = Math.floor(kept / 1_000);
    const rules = { path: '/', secure: this.isSecure, sameSite: 'strict', maxAge } as const;
    response.appendHeader('set-cookie', stringifySetCookie({ ...cookie, ...rules }));
  }
}
