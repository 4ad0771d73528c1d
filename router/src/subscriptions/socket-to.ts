// The WebSocket class that graphql-ws constructs, with bounds it has no option for.
import { type ClientOptions, WebSocket } from 'ws';

type Constructor = new (url: string, protocol: string) => WebSocket;

export const socketTo = (bounds: Pick<ClientOptions, 'handshakeTimeout' | 'maxPayload'>): Constructor =>
  class BoundedSocket extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { ...bounds, perMessageDeflate: false });
    }
  };
