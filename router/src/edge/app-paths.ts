// Which paths are the web app's: names of its files, and addresses that its page routes by itself.
import { posix } from 'node:path';

/** The router's own, with all that is below them: never the app's, whatever a door behind them says. */
const ROUTERS = ['/graphql', '/session', '/health', '/live', '/ready', '/schema.graphql'];
const ROUTERS_BELOW = ['/media/', '/webhooks/'];

/** No part begins with a dot or is empty, and there is nothing to decode: the names of built files are plain. */
const PLAIN = /^(\/[\w@-][\w@.-]*)+$/;
const INDEX = '/index.html';

/** The page by its own name. */
export const isIndex = (path: string): boolean => path === '/' || path === INDEX;

/** Whether a built file may have this name. Never the page, nor its compressed copies: they have no nonce. */
export const mayBeFile = (path: string): boolean => PLAIN.test(path) && !path.startsWith(INDEX);

/** Files whose name changes with their content. */
export const isHashed = (path: string): boolean => path.startsWith('/assets/');

/** Whether the app's page shows something of its own here. */
export function isAddress(path: string): boolean {
  const decoded = decode(path);
  if (decoded === null || !decoded.startsWith('/') || /[\p{Cc}\\]/u.test(decoded)) return false;
  const parts = decoded.replace(/\/$/, '').split('/').slice(1);
  if (parts.some((part) => part === '' || part.startsWith('.')) || posix.extname(decoded) !== '') return false;
  return !isRouters(decoded);
}

const isRouters = (path: string): boolean =>
  ROUTERS.some((own) => path === own || path.startsWith(`${own}/`)) ||
  ROUTERS_BELOW.some((prefix) => path.startsWith(prefix));

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // no UTF-8
  }
}
