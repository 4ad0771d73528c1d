// Who asks: what one profile of the router adds to each call, so that subgraphs know.
import type { Call } from '../plan/call.js';

export interface Vouch {
  /** The body as it is sent for this call. Left out where nothing is added to it. */
  bodyFor?(call: Call, body: string): string;
  /**
   * Name, value, name, value: for one request with this exact body. A retry asks again, because an assertion is
   * accepted once. `deadline` in epoch milliseconds.
   */
  headersFor(call: Call, body: string, deadline: number): string[];
}

/** How to vouch for calls to a subgraph at this place. */
export type VouchFor = (subgraph: string, url: URL) => Vouch;
