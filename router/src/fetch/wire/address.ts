// Where a subgraph listens, as its URL says it.
import { isIP, type TcpNetConnectOpts } from 'node:net';
import type { ConnectionOptions } from 'node:tls';

export interface Address {
  readonly isSecure: boolean;
  readonly options: TcpNetConnectOpts & ConnectionOptions;
  /** For the Host header. */
  readonly host: string;
  /** The request's target: path and query. */
  readonly path: string;
}

export function addressOf(url: URL): Address {
  const isSecure = url.protocol === 'https:';
  // Brackets are how a URL writes an IPv6 address.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port || (isSecure ? 443 : 80));
  const names = isSecure && { ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 && { servername: host }) };
  return {
    isSecure,
    options: { host, port, ...names },
    host: url.host,
    path: url.pathname + url.search,
  };
}
