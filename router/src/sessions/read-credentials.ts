// What a request brings to say who asks: headers of its own, or else the cookies of our own pages.
import { guestHeader } from '@mosaic/kernel/identity/guest-token';
import type { Origins } from '../edge/cors.js';
import type { Headed, HttpResponse } from '../edge/exchange.js';
import type { SessionCookies } from './session-cookies.js';

export interface Credentials {
  /** As in an Authorization header. */
  readonly authorization: string | undefined;
  /** A guest token. */
  readonly guest: string | undefined;
  /** Takes back a guest token that is good no more: no script can delete its cookie. */
  dropGuest?(response: HttpResponse): void;
}

export type CredentialsReader = (request: Headed) => Credentials;

/** Whoever brings a header is known by headers alone; cookies count only where a browser says that our own page asks. */
export const credentialsReader =
  (cookies: SessionCookies, origins: () => Origins): CredentialsReader =>
  (request) => {
    const brought = { authorization: request.headers.authorization, guest: request.headers[guestHeader]?.toString() };
    if (areGiven(brought) || !isOwnPage(origins(), request)) return brought;
    const access = cookies.accessIn(request);
    return {
      authorization: access && `Bearer ${access}`,
      guest: cookies.guestIn(request),
      dropGuest: (response) => cookies.dropGuest(response),
    };
  };

export const areGiven = ({ authorization, guest }: Credentials): boolean => Boolean(authorization || guest);

/**
 * Browsers leave out Origin when a page loads an image or a person opens a link; then Sec-Fetch-Site tells who asks
 * (Fetch Metadata, section 2.3). No script can set either header.
 */
function isOwnPage(origins: Origins, { headers }: Headed): boolean {
  if (headers.origin !== undefined) return origins.has(headers.origin);
  return headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none';
}
