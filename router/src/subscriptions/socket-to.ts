// The WebSocket class that graphql-ws constructs, with bounds and headers it has no option for.
import { type ClientOptions, WebSocket } from 'ws';

type Constructor = new (url: string, protocol: string) => WebSocket;

export const socketTo = (options: Pick<ClientOptions, 'handshakeTimeout' | 'maxPayload' | 'headers'>): Constructor =>
  class BoundedSocket extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { ...options, perMessageDeflate: false });
    }
  };
