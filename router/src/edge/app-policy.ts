// What a browser may do with the web app: everything comes from this origin, no script stands in the page, and a style that
// does carries the nonce of this one answer.
import { securityHeaders } from './security-headers.js';

/** `https`: the origin is reached over https only. */
export type Scheme = 'http' | 'https';

/** Of the app's files: a worker obeys the policy that its script came with. */
export const filePolicy = (scheme: Scheme): string => policy("'self'", scheme);

export const pagePolicy = (nonce: string, scheme: Scheme): string => policy(`'self' 'nonce-${nonce}'`, scheme);

const policy = (styles: string, scheme: Scheme): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'", // its WebSockets, too (CSP level 3, section 6.7.2.8)
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(scheme === 'https' ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

/** Features that no page may use: only names that browsers know, for they complain of others. */
const NOBODYS = [
  ...['camera', 'microphone', 'geolocation', 'display-capture', 'payment'],
  ...['usb', 'serial', 'hid', 'midi', 'accelerometer', 'gyroscope', 'magnetometer'],
];

/** Those that the page and the files have in common. */
export const appHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': NOBODYS.map((feature) => `${feature}=()`).join(', '),
};
