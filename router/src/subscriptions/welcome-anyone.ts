// Sockets of a router that knows nobody: what they bring goes on to the subgraphs, which judge it themselves.
import type { Welcome } from './welcome.js';

export interface PassingOn {
  /** Lower-case names of headers of the upgrade. */
  readonly headers: readonly string[];
  /** Whether the payload of connection_init goes on. */
  readonly params: boolean;
}

export const welcomeAnyone = ({ headers: names, params: isPassed }: PassingOn): Welcome => ({
  upgraded(socket, { headers }) {
    const kept: Record<string, string> = {};
    for (const name of names) {
      const value = headers[name];
      if (value !== undefined) kept[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    socket.passedOn = { headers: kept, connectionParams: null };
  },
  begun(socket, params) {
    const { headers } = socket.passedOn ?? { headers: {} };
    socket.passedOn = { headers, connectionParams: isPassed ? (params ?? null) : null };
  },
});
