// What goes on to subgraphs as the client sent it, where no caller assertion says who asks: headers, by their names.
import type { Stage } from '../passage.js';

/** `names` are in lower case. Over WebSocket the socket's law fills this in, with the payload of connection_init. */
export const passOn =
  (names: readonly string[]): Stage['admit'] =>
  (passage) => {
    const given = passage.http?.request.headers ?? {};
    const headers: Record<string, string> = {};
    for (const name of names) {
      const value = given[name];
      if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    passage.passedOn = { headers, connectionParams: null };
    return null;
  };
